package io.github.postmarkspring.emulator.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.postmarkspring.emulator.Postmark;
import io.github.postmarkspring.emulator.PostmarkEmulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

class ConnectionFaultTests {

	private static final String EMAIL = "{\"From\":\"a@b.example\",\"To\":\"c@d.example\",\"TextBody\":\"x\"}";

	private static final Pattern LENGTH = Pattern.compile("(?i)content-length: (\\d+)\r\n");

	@RegisterExtension
	final Postmark plain = new Postmark();

	@RegisterExtension
	final Postmark resettable = new Postmark(PostmarkEmulator.builder().resets(true));

	@Test
	void closesTheConnectionWithoutDoingAnything() throws IOException {
		RawConnection.Heard heard = send(this.plain, Fault.closedBeforeReading());
		assertThat(heard).isEqualTo(new RawConnection.Heard("", false));
		assertThat(sent(this.plain)).isZero();
	}

	@Test
	void acceptsAMailAndClosesTheConnectionWithoutAByte() throws IOException {
		RawConnection.Heard heard = send(this.plain, Fault.closedUnanswered());
		assertThat(heard).isEqualTo(new RawConnection.Heard("", false));
		assertThat(sent(this.plain)).isEqualTo(1);
	}

	@Test
	void acceptsAMailAndClosesTheConnectionHalfwayThroughTheAnswer() throws IOException {
		RawConnection.Heard heard = send(this.plain, Fault.truncatedAnswer());
		assertHalf(heard.text());
		assertThat(heard.reset()).isFalse();
		assertThat(sent(this.plain)).isEqualTo(1);
	}

	@Test
	void resetsTheConnectionWithoutDoingAnything() throws IOException {
		RawConnection.Heard heard = send(this.resettable, Fault.resetBeforeReading());
		assertThat(heard).isEqualTo(new RawConnection.Heard("", true));
		assertThat(sent(this.resettable)).isZero();
	}

	@Test
	void acceptsAMailAndResetsTheConnectionWithoutAByte() throws IOException {
		RawConnection.Heard heard = send(this.resettable, Fault.resetUnanswered());
		assertThat(heard).isEqualTo(new RawConnection.Heard("", true));
		assertThat(sent(this.resettable)).isEqualTo(1);
	}

	@Test
	void acceptsAMailAndResetsTheConnectionHalfwayThroughTheAnswer() throws IOException {
		RawConnection.Heard heard = send(this.resettable, Fault.resetDuringAnswer());
		assertHalf(heard.text());
		assertThat(heard.reset()).isTrue();
		assertThat(sent(this.resettable)).isEqualTo(1);
	}

	@Test
	void closesWithoutAResetWhereResetsArePossibleToo() throws IOException {
		assertThat(send(this.resettable, Fault.closedUnanswered())).isEqualTo(new RawConnection.Heard("", false));
	}

	@Test
	void cutsAConnectionThatHasServedRequestsBefore() throws IOException {
		try (RawConnection connection = new RawConnection(this.resettable.port())) {
			connection.send(request(EMAIL));
			assertThat(connection.answer()).startsWith("HTTP/1.1 200 ");
			this.resettable.emulator().control().fail("POST", "/email", 1, Fault.resetUnanswered());
			connection.send(request(EMAIL));
			assertThat(connection.rest()).isEqualTo(new RawConnection.Heard("", true));
		}
		assertThat(this.resettable.email(EMAIL).status()).isEqualTo(200);
		assertThat(sent(this.resettable)).isEqualTo(3);
	}

	@Test
	void servesLargeMailsWhereResetsArePossible() {
		String email = "{\"From\":\"a@b.example\",\"To\":\"c@d.example\",\"TextBody\":\"" + "x".repeat(4_000_000)
				+ "\"}";
		assertThat(this.resettable.email(email).status()).isEqualTo(200);
	}

	@Test
	void endsTheThreadsThatResetsNeed() throws IOException {
		String name = "postmark-emulator-" + this.resettable.port();
		try (RawConnection idle = new RawConnection(this.resettable.port())) {
			idle.send(request(EMAIL));
			idle.answer();
			assertThat(threads(name + "-relay")).isNotEmpty().allMatch(Thread::isDaemon);
			this.resettable.emulator().close();
			await().untilAsserted(() -> assertThat(threads(name)).isEmpty());
			assertThat(idle.isAtEnd()).isTrue();
		}
	}

	@Test
	void refusesAResetThatItCannotGive() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.plain.emulator().control().fail("POST", "/email", 1, Fault.resetUnanswered()))
			.withMessageContaining("resets(true)");
	}

	private static RawConnection.Heard send(Postmark postmark, Fault fault) throws IOException {
		postmark.emulator().control().fail("POST", "/email", 1, fault);
		try (RawConnection connection = new RawConnection(postmark.port())) {
			connection.send(request(EMAIL));
			return connection.rest();
		}
	}

	private static String request(String body) {
		return "POST /email HTTP/1.1\r\nHost: localhost\r\nX-Postmark-Server-Token: server-token\r\n"
				+ "Content-Type: application/json\r\nContent-Length: " + body.getBytes(StandardCharsets.UTF_8).length
				+ "\r\n\r\n" + body;
	}

	private static List<Thread> threads(String name) {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((thread) -> thread.getName().startsWith(name))
			.toList();
	}

	private static void assertHalf(String answer) {
		assertThat(answer).startsWith("HTTP/1.1 200 ");
		Matcher length = LENGTH.matcher(answer);
		assertThat(length.find()).isTrue();
		int body = answer.length() - answer.indexOf("\r\n\r\n") - 4;
		assertThat(body).isPositive().isEqualTo(Integer.parseInt(length.group(1)) / 2);
	}

	private static int sent(Postmark postmark) {
		return postmark.get("/messages/outbound?count=9&offset=0").json().get("TotalCount").asInt();
	}

}
