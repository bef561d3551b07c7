package io.github.postmarkspring.emulator.http;

import java.io.IOException;
import java.util.Arrays;

import io.github.postmarkspring.emulator.Postmark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TokenTests {

	private static final String SERVER = "X-Postmark-Server-Token";

	private static final String ACCOUNT = "X-Postmark-Account-Token";

	@RegisterExtension
	final Postmark postmark = new Postmark();

	@ParameterizedTest
	@ValueSource(strings = { "/server", "/messages/outbound?count=1&offset=0", "/messages/outbound/x/details" })
	void asksForTheServerTokenOnServerEndpoints(String path) {
		assertThat(this.postmark.get(path, "Accept", "application/json").error()).isEqualTo("401/10");
		assertThat(this.postmark.get(path, SERVER, "wrong").error()).isEqualTo("401/10");
		assertThat(this.postmark.get(path, ACCOUNT, "account-token").error()).isEqualTo("401/10");
		assertThat(this.postmark.get(path, SERVER, "account-token").error()).isEqualTo("401/10");
		assertThat(this.postmark.get(path, ACCOUNT, "server-token").error()).isEqualTo("401/10");
		assertThat(this.postmark.get(path, SERVER, "server-token").status()).isNotEqualTo(401);
	}

	@Test
	void asksForTheAccountTokenOnAccountEndpoints() {
		String path = "/servers?count=1&offset=0";
		assertThat(this.postmark.get(path, "Accept", "application/json").error()).isEqualTo("401/10");
		assertThat(this.postmark.get(path, SERVER, "server-token").error()).isEqualTo("401/10");
		assertThat(this.postmark.get(path, ACCOUNT, "server-token").error()).isEqualTo("401/10");
		assertThat(this.postmark.get(path, SERVER, "account-token").error()).isEqualTo("401/10");
		assertThat(this.postmark.get(path, ACCOUNT, "account-token").status()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/email", "/email/batch" })
	void asksForTheServerTokenToSend(String path) {
		assertThat(this.postmark.post(path, "[]", "Content-Type", "application/json").error()).isEqualTo("401/10");
		assertThat(this.postmark.post(path, "[]", ACCOUNT, "account-token", "Content-Type", "application/json").error())
			.isEqualTo("401/10");
	}

	@Test
	void refusesTheTestTokenOnEndpointsThatRead() {
		assertThat(this.postmark.get("/server", SERVER, "POSTMARK_API_TEST").error()).isEqualTo("401/10");
		assertThat(this.postmark.get("/servers?count=1&offset=0", ACCOUNT, "POSTMARK_API_TEST").error())
			.isEqualTo("401/10");
	}

	@Test
	void takesTheHeaderNameInAnyLetterCase() {
		assertThat(this.postmark.get("/server", "x-postmark-server-token", "server-token").status()).isEqualTo(200);
	}

	@Test
	void doesNotRefuseARequestWhoseTokenIsReplacedWhileItsBodyIsStillComing() throws IOException {
		// More than the buffers between can hold: it is being read when the rest is sent.
		byte[] padding = new byte[9_000_000];
		Arrays.fill(padding, (byte) ' ');
		String message = "\"From\":\"a@b.example\",\"To\":\"c@d.example\",\"TextBody\":\"x\"}";
		try (RawConnection connection = new RawConnection(this.postmark.port())) {
			connection.send("POST /email HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n" + SERVER
					+ ": server-token\r\nContent-Length: " + (1 + padding.length + message.length()) + "\r\n\r\n{");
			connection.send(padding);
			this.postmark.emulator().control().replaceServerToken("server-token", "new-token");
			assertThat(this.postmark.get("/server", SERVER, "server-token").error()).isEqualTo("401/10");
			connection.send(message);
			assertThat(connection.answer()).startsWith("HTTP/1.1 200 ");
		}
		assertThat(this.postmark.get("/messages/outbound?count=1&offset=0", SERVER, "new-token")
			.json()
			.get("TotalCount")
			.asInt()).isEqualTo(1);
	}

	@Test
	void repeatsTheCodeInAHeaderAndNeverATokenInTheText() {
		Postmark.Answer answer = this.postmark.get("/server", SERVER, "guessed-token");
		assertThat(answer.header("X-PM-ApiErrorCode")).isEqualTo("10");
		assertThat(answer.body()).doesNotContain("server-token\"").doesNotContain("guessed-token");
	}

}
