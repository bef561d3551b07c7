package io.github.postmarkspring.emulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

class PostmarkEmulatorTests {

	@Test
	void startsOnAFreePortWithTokensOfItsOwn() throws Exception {
		try (PostmarkEmulator one = PostmarkEmulator.start(); PostmarkEmulator two = PostmarkEmulator.start()) {
			assertThat(one.baseUrl()).isEqualTo(URI.create("http://localhost:" + one.port()));
			assertThat(one.mailboxUrl()).isEqualTo(URI.create("http://localhost:" + one.port() + "/"));
			assertThat(one.port()).isPositive().isNotEqualTo(two.port());
			assertThat(one.serverToken()).hasSize(36).isNotEqualTo(two.serverToken()).isNotEqualTo(one.accountToken());
			assertThat(status(one, one.serverToken())).isEqualTo(200);
			assertThat(status(one, two.serverToken())).isEqualTo(401);
		}
	}

	@Test
	void showsItsPortButNoToken() {
		try (PostmarkEmulator emulator = PostmarkEmulator.start()) {
			assertThat(emulator).hasToString("PostmarkEmulator[port=" + emulator.port() + "]");
		}
	}

	@Test
	void saysThatThePortIsTaken() {
		try (PostmarkEmulator emulator = PostmarkEmulator.start()) {
			PostmarkEmulator.Builder second = PostmarkEmulator.builder().port(emulator.port());
			assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(second::start)
				.withCauseInstanceOf(BindException.class)
				.withMessageContaining(Integer.toString(emulator.port()));
		}
	}

	@Test
	void listensOnTheLoopbackAddressOnly() throws Exception {
		try (PostmarkEmulator emulator = PostmarkEmulator.start()) {
			for (InetAddress address : NetworkInterface.networkInterfaces()
				.flatMap(NetworkInterface::inetAddresses)
				.filter((address) -> !address.isLoopbackAddress())
				.toList()) {
				assertThatExceptionOfType(IOException.class).isThrownBy(() -> connect(address, emulator.port()));
			}
		}
	}

	@Test
	void freesItsPortAndLeavesNoThreadBehind() {
		PostmarkEmulator emulator = PostmarkEmulator.start();
		int port = emulator.port();
		assertThat(threads(port)).isPositive();
		emulator.close();
		emulator.close();
		await().untilAsserted(() -> assertThat(threads(port)).isZero());
		PostmarkEmulator.builder().port(port).start().close();
	}

	@Test
	void startsDaemonsOnly() {
		try (PostmarkEmulator emulator = PostmarkEmulator.start()) {
			assertThat(Thread.getAllStackTraces().keySet())
				.filteredOn((thread) -> thread.getName().startsWith("HTTP-Dispatcher")
						|| thread.getName().contains(emulator.port() + "-"))
				.isNotEmpty()
				.allMatch(Thread::isDaemon);
		}
	}

	@Test
	void keepsAsManyMessagesAsItIsTold() throws Exception {
		Postmark postmark = new Postmark(PostmarkEmulator.builder().maxMessages(2));
		postmark.beforeEach(null);
		try {
			for (int i = 0; i < 3; i++) {
				postmark.accepted("{\"From\":\"a@b.example\",\"To\":\"c@d.example\",\"TextBody\":\"" + i + "\"}");
			}
			assertThat(postmark.get("/messages/outbound?count=9&offset=0").json().get("TotalCount").asInt())
				.isEqualTo(2);
		}
		finally {
			postmark.afterEach(null);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "a b", "a\r\nb", "ü", "POSTMARK_API_TEST" })
	void refusesWhatCannotServeAsAToken(String token) {
		assertThatIllegalArgumentException().isThrownBy(() -> PostmarkEmulator.builder().serverToken(token));
		assertThatIllegalArgumentException().isThrownBy(() -> PostmarkEmulator.builder().accountToken(token));
	}

	@Test
	void refusesSettingsOutOfRange() {
		assertThatIllegalArgumentException().isThrownBy(() -> PostmarkEmulator.builder().port(-1));
		assertThatIllegalArgumentException().isThrownBy(() -> PostmarkEmulator.builder().port(65536));
		assertThatIllegalArgumentException().isThrownBy(() -> PostmarkEmulator.builder().maxMessages(0));
	}

	private static void connect(InetAddress address, int port) throws IOException {
		try (Socket socket = new Socket()) {
			socket.connect(new InetSocketAddress(address, port), 1000);
		}
	}

	private static long threads(int port) {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((thread) -> thread.getName().startsWith("postmark-emulator-" + port))
			.count();
	}

	private static int status(PostmarkEmulator emulator, String token) throws Exception {
		HttpRequest request = HttpRequest.newBuilder(emulator.baseUrl().resolve("/server"))
			.header("X-Postmark-Server-Token", token)
			.build();
		return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
	}

}
