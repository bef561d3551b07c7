package io.github.postmarkspring.benchmarks.stub;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

import io.github.postmarkspring.benchmarks.stub.StubServer.Manners;

/**
 * Answers what comes over one connection.
 */
final class StubConnection implements Runnable {

	private final Socket socket;

	private final Manners manners;

	private final Tallies tallies;

	private final MailIds ids = new MailIds();

	private final ByteArrayOutputStream answer = new ByteArrayOutputStream();

	StubConnection(Socket socket, Manners manners, Tallies tallies) {
		this.socket = socket;
		this.manners = manners;
		this.tallies = tallies;
	}

	@Override
	public void run() {
		try (this.socket; OutputStream out = this.socket.getOutputStream()) {
			RequestReader reader = new RequestReader(this.socket.getInputStream());
			boolean first = true;
			for (Request request = reader.next(); request != null; request = reader.next()) {
				Tallies.Counter counter = this.tallies.of(request.token());
				if (first) {
					counter.connected();
					first = false;
				}
				int mails = this.ids.find(request);
				long number = counter.received(request, this.ids.ids(), mails);
				if (this.manners.lost() > 0 && number % this.manners.lost() == 0) {
					counter.lost();
					return;
				}
				Thread.sleep(this.manners.delay().toMillis());
				write(request, mails, out);
			}
		}
		catch (IOException ex) {
			// Who sends is gone. What was complete is counted.
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void write(Request request, int mails, OutputStream out) throws IOException {
		String body = request.batch() ? items(mails) : item(0);
		this.answer.reset();
		this.answer.writeBytes(bytes("HTTP/1.1 200 OK\r\nDate: Mon, 23 Nov 2026 10:00:00 GMT\r\n"
				+ "Content-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n"));
		this.answer.writeBytes(bytes(body));
		this.answer.writeTo(out);
	}

	private String items(int mails) {
		StringBuilder items = new StringBuilder("[");
		for (int i = 0; i < mails; i++) {
			items.append((i > 0) ? "," : "").append(item(i));
		}
		return items.append(']').toString();
	}

	private String item(int index) {
		String id = Integer.toString(1_000_000_000 + this.ids.ids()[index]);
		return "{\"To\":\"ann@mail.example\",\"SubmittedAt\":\"2026-11-23T05:00:00.1234567-05:00\","
				+ "\"MessageID\":\"0b8f1d3e-5a0c-4c61-9f6e-3f" + id + "\",\"ErrorCode\":0,\"Message\":\"OK\"}";
	}

	private static byte[] bytes(String ascii) {
		return ascii.getBytes(StandardCharsets.ISO_8859_1);
	}

}
