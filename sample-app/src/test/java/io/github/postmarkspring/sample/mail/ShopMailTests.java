package io.github.postmarkspring.sample.mail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import com.sun.net.httpserver.HttpServer;
import io.github.postmarkspring.client.PostmarkClientFactory;
import io.github.postmarkspring.client.message.EmailAddress;
import io.github.postmarkspring.client.message.MessageDefaults;
import io.github.postmarkspring.sample.mail.Outcome.Status;
import io.github.postmarkspring.sample.shop.Customer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;

class ShopMailTests {

	private static final Customer ANN = new Customer("Ann", "ann@mail.example");

	private HttpServer postmark;

	private SentMails sentMails;

	private ShopMail mail;

	@BeforeEach
	void setUp() throws IOException {
		this.postmark = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.postmark.start();
		URI baseUrl = URI.create("http://localhost:" + this.postmark.getAddress().getPort());
		MessageDefaults defaults = new MessageDefaults(EmailAddress.parse("orders@shop.example"), List.of(), null, null,
				null, null, List.of(), Map.of());
		this.sentMails = new SentMails();
		this.mail = new ShopMail(
				PostmarkClientFactory.create(baseUrl, RestClient.builder()).sender(() -> "a-token", defaults),
				new MailTemplates(), this.sentMails);
	}

	@AfterEach
	void tearDown() {
		this.postmark.stop(0);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			OK                            | ACCEPTED | on its way
			OK, but delivery may be delayed | DELAYED | longer than usual
			Test job accepted             | TEST     | dropped it
			""")
	void whatPostmarkTookHasAnIdAndItsOwnStatus(String message, Status status, String explanation) {
		answer(200, """
				{"To":"ann@mail.example","SubmittedAt":"2026-11-23T12:00:00Z","MessageID":"id-1","ErrorCode":0,\
				"Message":"%s"}""".formatted(message));

		SentMail sent = this.mail.welcome(ANN);

		assertThat(sent.outcome().status()).isEqualTo(status);
		assertThat(sent.outcome().messageId()).isEqualTo("id-1");
		assertThat(sent.outcome().explanation()).contains(explanation);
		assertThat(sent.outcome().detail()).isEqualTo(message);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			422 | 300  | Illegal email     | REFUSED  | Is the e-mail address right?
			422 | 406  | Found inactive    | REFUSED  | came back or was reported as spam
			422 | 412  | Pending approval  | REFUSED  | our fault, not yours
			401 | 10   | Bad token         | REFUSED  | our fault, not yours
			500 | 0    | Oh                | UNKNOWN  | may still arrive
			""")
	void whatPostmarkDidNotTakeIsExplainedToTheCustomer(int httpStatus, int code, String message, Status status,
			String explanation) {
		answer(httpStatus, "{\"ErrorCode\":%d,\"Message\":\"%s\"}".formatted(code, message));

		SentMail sent = this.mail.welcome(ANN);

		assertThat(sent.outcome().status()).isEqualTo(status);
		assertThat(sent.outcome().messageId()).isNull();
		assertThat(sent.outcome().explanation()).contains(explanation);
		assertThat(this.sentMails.newestFirst()).containsExactly(sent);
	}

	@ParameterizedTest
	@CsvSource({ "429, 429", "503, 100" })
	void aBusyPostmarkHasNotGotTheMail(int httpStatus, int code) {
		answer(httpStatus, "{\"ErrorCode\":%d,\"Message\":\"Later\"}".formatted(code));

		assertThat(this.mail.welcome(ANN).outcome()).satisfies((outcome) -> {
			assertThat(outcome.status()).isEqualTo(Status.NOT_SENT);
			assertThat(outcome.explanation()).contains("too busy");
		});
	}

	@Test
	void aPostmarkThatCannotBeReachedHasNotGotTheMail() {
		this.postmark.stop(0);

		assertThat(this.mail.welcome(ANN).outcome()).satisfies((outcome) -> {
			assertThat(outcome.status()).isEqualTo(Status.NOT_SENT);
			assertThat(outcome.explanation()).contains("could not be reached");
		});
	}

	private void answer(int status, String json) {
		this.postmark.createContext("/email", (exchange) -> {
			exchange.getRequestBody().readAllBytes();
			byte[] body = json.getBytes(StandardCharsets.UTF_8);
			exchange.getResponseHeaders().set("Content-Type", "application/json");
			exchange.sendResponseHeaders(status, body.length);
			exchange.getResponseBody().write(body);
			exchange.close();
		});
	}

}
