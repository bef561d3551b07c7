package io.github.postmarkspring.emulator.http;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Set;

import com.sun.net.httpserver.Headers;
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

	@ParameterizedTest
	@CsvSource({ "localhost:8025,true", "192.0.2.7:8025,true", "[2001:db8::7]:8025,true", "postmark:8025,true",
			"mail.test.example,true", "evil.example,false", "192.0.2.7.evil.example,false",
			"192.0.2.7@evil.example,false", "[2001:db8::7]evil.example,false", "evil.;x,false", "a;b,false",
			"'',false" })
	void answersOtherMachinesOnlyByNamesThatNoWebSiteCanHave(String host, boolean answers) {
		assertThat(refuses("GET", host, null)).isEqualTo(!answers);
	}

	@Test
	void takesNoOrdersFromOtherWebSitesWhereOtherMachinesMayCall() {
		assertThat(refuses("POST", "postmark:8025", "http://evil.example")).isTrue();
		assertThat(refuses("POST", "postmark:8025", "http://postmark:8025")).isFalse();
	}

	@Test
	void answersToTheAddressItWasTold() throws IOException {
		HttpListener listener = HttpListener.bind(InetAddress.getByName("127.0.0.2"), 0, Set.of("mail.test.example"),
				false);
		try (listener) {
			listener.serve(List.of(Route.get("/", Access.OPEN, (request) -> Response.json(true))),
					new Tokens((token) -> token.equals("server") ? 1 : 0, "account"::equals));
			assertThat(listener.url()).isEqualTo("http://127.0.0.2:" + listener.port());
			HttpURLConnection connection = (HttpURLConnection) URI.create(listener.url() + "/")
				.toURL()
				.openConnection();
			assertThat(connection.getResponseCode()).isEqualTo(200);
		}
	}

	private static boolean refuses(String method, String host, String origin) {
		Headers headers = new Headers();
		headers.set("Host", host);
		if (origin != null) {
			headers.set("Origin", origin);
		}
		return new LocalOnly(false, Set.of("mail.test.example")).refusal(method, headers) != null;
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
