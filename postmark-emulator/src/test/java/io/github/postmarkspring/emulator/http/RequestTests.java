package io.github.postmarkspring.emulator.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;

import io.github.postmarkspring.emulator.Postmark;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RequestTests {

	private static final int MEGABYTE = 1024 * 1024;

	private static final String GOOD = "{\"From\":\"a@b.example\",\"To\":\"c@d.example\",\"TextBody\":\"x\"}";

	private static final String HEAD = """
			POST /email HTTP/1.1\r
			Host: localhost\r
			Content-Type: application/json\r
			X-Postmark-Server-Token: server-token\r
			""";

	@RegisterExtension
	final Postmark postmark = new Postmark();

	@AfterEach
	void goesOnServing() {
		assertThat(this.postmark.email(GOOD).status()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{", "{\"From\":}", "nope", "{} {}", "{'From':'x'}", "\u0000", "{\"a\":\"\\ud800\"}",
			"{\"a\":[{\"b\":\"\\udc00x\"}]}", "{\"\\ud83d\":1}" })
	void refusesWhatIsNotJsonWithCode402(String body) {
		assertThat(this.postmark.email(body).error()).isEqualTo("422/402");
	}

	@Test
	void refusesInvalidUtf8AndDeepNestingWithCode402() {
		byte[] latin1 = "{\"Subject\":\"M\u00fcller\"}".getBytes(StandardCharsets.ISO_8859_1);
		assertThat(exchange(HttpRequest.BodyPublishers.ofByteArray(latin1)).error()).isEqualTo("422/402");
		assertThat(this.postmark.email("[".repeat(200_000)).error()).isEqualTo("422/402");
		assertThat(this.postmark.email("{\"a\":".repeat(100_000)).error()).isEqualTo("422/402");
		assertThat(this.postmark.email("{\"a\":[" + "[],".repeat(600_000) + "0]}").error()).isEqualTo("422/402");
		assertThat(this.postmark.email("{\"a\":" + "9".repeat(100_000) + "}").error()).isEqualTo("422/402");
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';',
			value = { "[]; $", "null; $", "1; $", "\"x\"; $", "{\"Metadata\":[]}; $.Metadata",
					"{\"metadata\":\"x\"}; $.Metadata", "{\"Metadata\":{\"a\":{}}}; $.Metadata.a",
					"{\"Headers\":{}}; $.Headers", "{\"Headers\":[1]}; $.Headers[0]",
					"{\"Headers\":[{\"Name\":\"a\"},{\"Name\":1}]}; $.Headers[1].Name", "{\"From\":1}; $.From",
					"{\"To\":[\"a@b.example\"]}; $.To", "{\"Cc\":{}}; $.Cc", "{\"Bcc\":true}; $.Bcc",
					"{\"Subject\":1}; $.Subject", "{\"Tag\":[]}; $.Tag", "{\"HtmlBody\":{}}; $.HtmlBody",
					"{\"TextBody\":1}; $.TextBody", "{\"ReplyTo\":[]}; $.ReplyTo",
					"{\"TrackOpens\":\"yes\"}; $.TrackOpens", "{\"TrackOpens\":[]}; $.TrackOpens",
					"{\"TrackLinks\":true}; $.TrackLinks", "{\"MessageStream\":1}; $.MessageStream",
					"{\"Attachments\":{}}; $.Attachments", "{\"Attachments\":[null]}; $.Attachments[0]",
					"{\"Attachments\":[{\"Content\":1}]}; $.Attachments[0].Content" })
	void refusesAFieldOfAnotherTypeWithCode403(String body, String path) {
		Postmark.Answer answer = this.postmark.email(body);
		assertThat(answer.error()).isEqualTo("422/403");
		assertThat(answer.message()).isEqualTo("Invalid request field(s): " + path);
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', value = { "{}; $", "[1]; $[0]", "[{},{\"Metadata\":[]}]; $[1].Metadata" })
	void refusesAWholeBatchForAFieldOfAnotherType(String body, String path) {
		Postmark.Answer answer = this.postmark.post("/email/batch", body);
		assertThat(answer.error()).isEqualTo("422/403");
		assertThat(answer.message()).isEqualTo("Invalid request field(s): " + path);
	}

	@ParameterizedTest
	@CsvSource({ "text/plain,415", "application/x-www-form-urlencoded,415", "nonsense,415", "application/json,200",
			"application/json; charset=utf-8,200", "Application/JSON,200" })
	void asksForJsonByContentType(String contentType, int status) {
		Postmark.Answer answer = this.postmark.post("/email", GOOD, "X-Postmark-Server-Token", "server-token",
				"Content-Type", contentType);
		assertThat(answer.status()).isEqualTo(status);
	}

	@Test
	void refusesABodyWithoutContentTypeWith415() {
		Postmark.Answer answer = this.postmark.post("/email", GOOD, "X-Postmark-Server-Token", "server-token");
		assertThat(answer.error()).isEqualTo("415/409");
		assertThat(answer.header("X-PM-ApiErrorCode")).isEqualTo("409");
	}

	@Test
	void checksTokenThenContentTypeThenSizeThenJson() {
		String large = "x".repeat(10 * MEGABYTE + 1);
		assertThat(this.postmark.post("/email", large, "X-Postmark-Server-Token", "wrong").status()).isEqualTo(401);
		assertThat(this.postmark.post("/email", large, "X-Postmark-Server-Token", "server-token").status())
			.isEqualTo(415);
		assertThat(this.postmark.post("/email", large).status()).isEqualTo(413);
		assertThat(this.postmark.post("/email", "x".repeat(10 * MEGABYTE)).error()).isEqualTo("422/402");
	}

	@Test
	void refusesALargerBodyThanAllowedWith413HoweverItIsSent() {
		byte[] large = new byte[10 * MEGABYTE + 1];
		assertThat(exchange(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large))).status())
			.isEqualTo(413);
		assertThat(this.postmark.post("/email/batch", "x".repeat(50 * MEGABYTE + 1)).status()).isEqualTo(413);
		assertThat(this.postmark.post("/email/batch", "x".repeat(10 * MEGABYTE + 1)).error()).isEqualTo("422/402");
	}

	@Test
	void takesAChunkedBody() {
		byte[] good = GOOD.getBytes(StandardCharsets.UTF_8);
		assertThat(exchange(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(good))).status())
			.isEqualTo(200);
	}

	@Test
	void answersAnAnnouncementOfTooMuchAtOnceAndClosesTheConnection() throws IOException {
		try (RawConnection connection = new RawConnection(this.postmark.port())) {
			connection.send(HEAD + "Content-Length: 1000000000000\r\n\r\n{");
			assertThat(connection.answer()).startsWith("HTTP/1.1 413 ").containsIgnoringCase("Connection: close");
			connection.endOfRequest();
			assertThat(connection.isAtEnd()).isTrue();
		}
	}

	@Test
	void usesAConnectionAgainAfterARefusal() throws IOException {
		try (RawConnection connection = new RawConnection(this.postmark.port())) {
			String wrongToken = HEAD.replace("server-token", "wrong");
			connection.send(wrongToken + "Content-Length: 2000000\r\n\r\n" + "x".repeat(2_000_000));
			assertThat(connection.answer()).startsWith("HTTP/1.1 401 ");
			connection.send(HEAD + "Content-Length: " + GOOD.length() + "\r\n\r\n" + GOOD);
			assertThat(connection.answer()).startsWith("HTTP/1.1 200 ");
		}
	}

	@Test
	void dropsARequestThatEndsEarly() throws IOException {
		try (RawConnection connection = new RawConnection(this.postmark.port())) {
			connection.send(HEAD + "Content-Length: 1000\r\n\r\n" + GOOD);
			connection.endOfRequest();
			assertThat(connection.isAtEnd()).isTrue();
		}
		assertThat(this.postmark.get("/messages/outbound?count=1&offset=0").json().get("TotalCount").asInt()).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "nonsense\r\n\r\n", "GET\r\n\r\n", "\r\n\r\n", "GET / HTTP/1.1\r\nHost localhost\r\n\r\n",
			"GET /%zz HTTP/1.1\r\nHost: localhost\r\n\r\n",
			"POST /email HTTP/1.1\r\nHost: localhost\r\nContent-Length: x\r\n\r\n" })
	void survivesWhatIsNotHttp(String request) throws IOException {
		try (RawConnection connection = new RawConnection(this.postmark.port())) {
			connection.send(request);
			connection.endOfRequest();
			assertThat(connection.answer()).doesNotStartWith("HTTP/1.1 200");
		}
	}

	@ParameterizedTest
	@CsvSource({ "GET,/nope", "GET,/email", "DELETE,/email", "POST,/server", "PUT,/messages/outbound",
			"GET,/messages/outbound/x", "GET,/email/batch/x", "BREW,/server" })
	void answersWhatItDoesNotKnowWith404AndAnEnvelope(String method, String path) {
		Postmark.Answer answer = this.postmark.exchange(method, path, "X-Postmark-Server-Token", "server-token");
		assertThat(answer.error()).isEqualTo("404/404");
		assertThat(answer.json().get("Message").isString()).isTrue();
	}

	@Test
	void answersHeadWithoutABody() {
		Postmark.Answer answer = this.postmark.exchange("HEAD", "/server", "X-Postmark-Server-Token", "server-token");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.bytes()).isEmpty();
	}

	@Test
	void passesOverABodyWhereNoneIsExpected() throws IOException {
		try (RawConnection connection = new RawConnection(this.postmark.port())) {
			for (int i = 0; i < 2; i++) {
				connection.send("GET /server HTTP/1.1\r\nHost: localhost\r\nX-Postmark-Server-Token: server-token\r\n"
						+ "Content-Length: 4\r\n\r\nnull");
				assertThat(connection.answer()).startsWith("HTTP/1.1 200 ");
			}
		}
	}

	private Postmark.Answer exchange(HttpRequest.BodyPublisher body) {
		return this.postmark.exchange(this.postmark
			.request("/email", "X-Postmark-Server-Token", "server-token", "Content-Type", "application/json")
			.POST(body));
	}

}
