package io.github.postmarkspring.emulator.http;

import java.io.IOException;

import io.github.postmarkspring.emulator.Postmark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class LocalOnlyTests {

	@RegisterExtension
	final Postmark postmark = new Postmark();

	@ParameterizedTest
	@ValueSource(strings = { "evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "evil.example:80",
			"localhost@evil.example", "[::1]evil.example", "192.168.1.1", "localhost:80:80", "" })
	void refusesARequestForAnotherHost(String host) throws IOException {
		assertThat(exchange("GET", "/mailbox/api/messages", "Host: " + host)).startsWith("HTTP/1.1 403 ");
		assertThat(exchange("GET", "/", "Host: " + host)).startsWith("HTTP/1.1 403 ");
		assertThat(exchange("GET", "/server", "Host: " + host)).startsWith("HTTP/1.1 403 ");
	}

	@ParameterizedTest
	@ValueSource(strings = { "localhost", "LocalHost:1234", "127.0.0.1", "127.0.0.1:1234", "[::1]", "[::1]:1234" })
	void answersToEveryNameOfThisMachine(String host) throws IOException {
		assertThat(exchange("GET", "/mailbox/api/messages", "Host: " + host)).startsWith("HTTP/1.1 200 ");
	}

	@Test
	void refusesARequestWithoutHost() throws IOException {
		assertThat(exchange("GET", "/", "X-Nothing: here")).startsWith("HTTP/1.1 403 ");
	}

	@ParameterizedTest
	@CsvSource({ "http://evil.example,403", "null,403", "http://localhost:1,403", "https://localhost:8025,403",
			"http://localhost,403", "http://localhost:8025,200" })
	void takesAnOrderToChangeSomethingFromItsOwnPageOnly(String origin, int status) throws IOException {
		assertThat(exchange("DELETE", "/mailbox/api/messages", "Host: localhost:8025\r\nOrigin: " + origin))
			.startsWith("HTTP/1.1 " + status + " ");
	}

	@Test
	void neverAllowsAnotherOriginToRead() throws IOException {
		assertThat(exchange("GET", "/mailbox/api/messages", "Host: localhost\r\nOrigin: http://evil.example"))
			.doesNotContainIgnoringCase("Access-Control");
	}

	private String exchange(String method, String path, String headers) throws IOException {
		try (RawConnection connection = new RawConnection(this.postmark.port())) {
			connection.send(method + " " + path + " HTTP/1.1\r\n" + headers + "\r\n\r\n");
			return connection.answer();
		}
	}

}
