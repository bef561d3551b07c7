package io.github.postmarkspring.client.server;

import io.github.postmarkspring.client.page.Page;
import java.time.Duration;

import io.github.postmarkspring.client.Engine;
import io.github.postmarkspring.client.PostmarkAccountClient;
import io.github.postmarkspring.client.PostmarkClientFactory;
import io.github.postmarkspring.client.PostmarkServerClient;
import io.github.postmarkspring.client.Retries;
import io.github.postmarkspring.client.StubPostmark;
import io.github.postmarkspring.client.error.InvalidTokenException;
import io.github.postmarkspring.client.error.PostmarkApiException;
import io.github.postmarkspring.client.error.PostmarkTransportException;
import io.github.postmarkspring.client.error.PostmarkUnavailableException;
import io.github.postmarkspring.client.error.RateLimitedException;
import io.github.postmarkspring.client.message.TrackLinks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ServersTests {

	private static final String SERVER = """
			{ "ID": 9001, "Name": "Shop", "ApiTokens": [ "00000000-aaaa-4bbb-8ccc-000000000001" ],
			  "ServerLink": "https://account.postmarkapp.com/servers/9001/streams",
			  "Color": "blue", "SmtpApiActivated": true, "RawEmailEnabled": false, "DeliveryType": "Live",
			  "InboundAddress": "f00dcafe@inbound.postmarkapp.com", "InboundHookUrl": "", "BounceHookUrl": "",
			  "OpenHookUrl": "", "DeliveryHookUrl": "", "ClickHookUrl": "", "PostFirstOpenOnly": false,
			  "InboundDomain": "", "InboundHash": "f00dcafe", "InboundSpamThreshold": 0, "TrackOpens": false,
			  "TrackLinks": "None", "IncludeBounceContentInHook": false, "EnableSmtpApiErrorHooks": false }""";

	private final StubPostmark postmark = new StubPostmark();

	private final PostmarkClientFactory factory = PostmarkClientFactory
		.builder(this.postmark.baseUrl(), Engine.JDK.builder())
		.retry(Retries.AT_ONCE)
		.build();

	private final PostmarkServerClient client = this.factory.serverClient(() -> "the-server-token");

	private final PostmarkAccountClient account = this.factory.accountClient(() -> "the-account-token");

	@AfterEach
	void stop() {
		this.postmark.close();
	}

	@Test
	void aServerReadsItselfWithItsOwnToken() {
		this.postmark.answer(200, SERVER);
		Server server = this.client.server().get();
		assertThat(this.postmark.only().line()).isEqualTo("GET /server HTTP/1.1");
		assertThat(this.postmark.only().headers()).containsEntry("X-Postmark-Server-Token", "the-server-token")
			.containsEntry("accept", "application/json")
			.doesNotContainKeys("X-Postmark-Account-Token", "content-type");
		assertThat(server.id()).isEqualTo(9001);
		assertThat(server.name()).isEqualTo("Shop");
		assertThat(server.apiTokens()).containsExactly("00000000-aaaa-4bbb-8ccc-000000000001");
		assertThat(server.serverLink()).endsWith("/9001/streams");
		assertThat(server.color()).isEqualTo(ServerColor.BLUE);
		assertThat(server.smtpApiActivated()).isTrue();
		assertThat(server.rawEmailEnabled()).isFalse();
		assertThat(server.deliveryType()).isEqualTo(DeliveryType.LIVE);
		assertThat(server.inboundAddress()).isEqualTo("f00dcafe@inbound.postmarkapp.com");
		assertThat(server.inboundHash()).isEqualTo("f00dcafe");
		assertThat(server.inboundSpamThreshold()).isZero();
		assertThat(server.trackOpens()).isFalse();
		assertThat(server.trackLinks()).isEqualTo(TrackLinks.NONE);
	}

	@Test
	void theTokensOfAServerAreNotShown() {
		this.postmark.answer(200, SERVER);
		assertThat(this.client.server().get()).hasToString("Server[id=9001, name=Shop]");
	}

	@Test
	void anAccountListsItsServersWithTheAccountToken() {
		this.postmark.answer(200, "{\"TotalCount\":1,\"Servers\":[" + SERVER + "]}");
		Page<Server> page = this.account.servers().list(ServerQuery.create().count(50).name("a&b ü/?"));
		assertThat(this.postmark.only().line())
			.isEqualTo("GET /servers?count=50&offset=0&name=a%26b%20%C3%BC%2F%3F HTTP/1.1");
		assertThat(this.postmark.only().headers()).containsEntry("X-Postmark-Account-Token", "the-account-token")
			.doesNotContainKey("X-Postmark-Server-Token");
		assertThat(page.totalCount()).isEqualTo(1);
		assertThat(page.items()).extracting(Server::name).containsExactly("Shop");
	}

	@Test
	void withoutANameAllServersAreListed() {
		this.postmark.answer(200, "{\"TotalCount\":0,\"Servers\":[]}");
		assertThat(this.account.servers().list(ServerQuery.create().offset(10)).items()).isEmpty();
		assertThat(this.postmark.only().line()).isEqualTo("GET /servers?count=500&offset=10 HTTP/1.1");
	}

	@Test
	void aPageOutOfRangeIsRefusedBeforeAnyRequest() {
		assertThatIllegalArgumentException().isThrownBy(() -> ServerQuery.create().count(501))
			.withMessageContaining("'count'");
		assertThatIllegalArgumentException().isThrownBy(() -> ServerQuery.create().count(0))
			.withMessageContaining("'count'");
		assertThatIllegalArgumentException().isThrownBy(() -> ServerQuery.create().offset(-1))
			.withMessageContaining("'offset'");
		assertThatIllegalArgumentException().isThrownBy(() -> ServerQuery.create().name(" "))
			.withMessageContaining("'name'");
		assertThat(this.postmark.received()).isEmpty();
	}

	@Test
	void aServerIsReadCreatedChangedAndDeleted() {
		this.postmark.answer(200, SERVER);
		assertThat(this.account.servers().get(9001).name()).isEqualTo("Shop");
		this.account.servers()
			.create(NewServer.named("Shop").deliveryType(DeliveryType.SANDBOX).color(ServerColor.BLUE));
		this.account.servers()
			.edit(9001, ServerChange.create().name("Shop 2").trackLinks(TrackLinks.HTML_ONLY).inboundSpamThreshold(30));
		this.account.servers().delete(9001);
		assertThat(this.postmark.received()).extracting((request) -> request.line() + " " + request.text())
			.containsExactly("GET /servers/9001 HTTP/1.1 ",
					"POST /servers HTTP/1.1 {\"Name\":\"Shop\",\"DeliveryType\":\"Sandbox\",\"Color\":\"Blue\"}",
					"PUT /servers/9001 HTTP/1.1 {\"Name\":\"Shop 2\",\"TrackLinks\":\"HtmlOnly\",\"InboundSpamThreshold\":30}",
					"DELETE /servers/9001 HTTP/1.1 ");
	}

	@Test
	void aServerChangesItselfWithItsOwnToken() {
		this.postmark.answer(200, SERVER);
		this.client.server()
			.edit(ServerChange.create()
				.smtpApiActivated(true)
				.rawEmailEnabled(true)
				.inboundHookUrl("https://u:secret@shop.example")
				.bounceHookUrl("b")
				.openHookUrl("o")
				.deliveryHookUrl("d")
				.clickHookUrl("c")
				.postFirstOpenOnly(true)
				.inboundDomain("in.example")
				.trackOpens(true)
				.includeBounceContentInHook(true)
				.enableSmtpApiErrorHooks(true));
		assertThat(this.postmark.only().line()).isEqualTo("PUT /server HTTP/1.1");
		assertThat(this.postmark.only().headers()).containsEntry("X-Postmark-Server-Token", "the-server-token");
		assertThat(this.postmark.only().text()).isEqualTo(
				"{\"SmtpApiActivated\":true,\"RawEmailEnabled\":true,\"InboundHookUrl\":\"https://u:secret@shop.example\","
						+ "\"BounceHookUrl\":\"b\",\"OpenHookUrl\":\"o\",\"DeliveryHookUrl\":\"d\",\"ClickHookUrl\":\"c\","
						+ "\"PostFirstOpenOnly\":true,\"InboundDomain\":\"in.example\",\"TrackOpens\":true,"
						+ "\"IncludeBounceContentInHook\":true,\"EnableSmtpApiErrorHooks\":true}");
		assertThat(ServerChange.create().inboundHookUrl("https://u:secret@shop.example").toString())
			.isEqualTo("ServerChange[InboundHookUrl]");
		assertThatIllegalArgumentException().isThrownBy(() -> ServerChange.create().inboundSpamThreshold(31))
			.withMessageContaining("'inboundSpamThreshold'");
	}

	@Test
	void aRefusedTokenIsToldApart() {
		this.postmark.answer(401, "{\"ErrorCode\":10,\"Message\":\"No Account token\"}");
		assertThatExceptionOfType(InvalidTokenException.class)
			.isThrownBy(() -> this.account.servers().list(ServerQuery.create()));
	}

	@Test
	void aRefusalKeepsItsCode() {
		this.postmark.answer(500, "{\"ErrorCode\":709,\"Message\":\"Contact support\"}");
		assertThatExceptionOfType(PostmarkApiException.class)
			.isThrownBy(() -> this.account.servers().list(ServerQuery.create()))
			.satisfies((ex) -> assertThat(ex.errorCode()).isEqualTo(709));
	}

	@Test
	void rateLimitsAndMaintenanceAreToldApart() {
		this.postmark.answer(429, "", "Retry-After: 3");
		assertThatExceptionOfType(RateLimitedException.class).isThrownBy(() -> this.client.server().get())
			.satisfies((ex) -> assertThat(ex.retryAfter()).isEqualTo(Duration.ofSeconds(3)));
		this.postmark.answer(503, "{\"ErrorCode\":100}");
		assertThatExceptionOfType(PostmarkUnavailableException.class).isThrownBy(() -> this.client.server().get());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "null", "<html>", "[]", "{\"ID\":\"x\"}", "{\"ID\":9001" })
	void anAnswerThatCannotBeReadIsATransportFailure(String body) {
		this.postmark.answer(200, body);
		assertThatExceptionOfType(PostmarkTransportException.class).isThrownBy(() -> this.client.server().get())
			.satisfies((ex) -> assertThat(ex.mayHaveBeenSent()).isFalse());
	}

	@Test
	void aForeignServerErrorNoAnswerAndAResetAreTransportFailures() {
		this.postmark.answer(502, "<html>Bad gateway</html>");
		assertThatExceptionOfType(PostmarkTransportException.class).isThrownBy(() -> this.client.server().get());
		this.postmark.reset();
		assertThatExceptionOfType(PostmarkTransportException.class).isThrownBy(() -> this.client.server().get());
		this.postmark.hang();
		PostmarkServerClient impatient = PostmarkClientFactory
			.builder(this.postmark.baseUrl(), Engine.JDK.builder(Duration.ofMillis(500)))
			.retry(Retries.AT_ONCE)
			.build()
			.serverClient(() -> "the-server-token");
		assertThatExceptionOfType(PostmarkTransportException.class).isThrownBy(() -> impatient.server().get());
	}

}
