package io.github.postmarkspring.client;

import io.github.postmarkspring.client.error.InvalidTokenException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class AccountClientTests extends ResourceTests {

	private static final String SERVER = "{ \"ID\": 9001, \"Name\": \"Shop\", \"ApiTokens\": [ \"first\", \"second\" ] }";

	@Test
	void aServersTokenIsReadWhenItIsFirstNeededAndOnce() {
		answers(SERVER);
		PostmarkServerClient shop = this.account.serverClient(9001);
		assertThat(this.postmark.received()).isEmpty();
		shop.server().get();
		shop.bounces();
		shop.server().get();
		assertThat(this.postmark.received()).extracting(StubPostmark.Received::line)
			.containsExactly("GET /servers/9001 HTTP/1.1", "GET /server HTTP/1.1", "GET /server HTTP/1.1");
		assertThat(this.postmark.received().get(0).headers()).containsEntry("X-Postmark-Account-Token",
				"the-account-token");
		assertThat(this.postmark.received().get(2).headers()).containsEntry("X-Postmark-Server-Token", "first")
			.doesNotContainKey("X-Postmark-Account-Token");
	}

	@Test
	void aServersTokenThatWasReplacedIsReadAgainAndTheCallIsMade() {
		answers(SERVER);
		PostmarkServerClient shop = this.account.serverClient(9001);
		shop.server().get();
		this.postmark.refuse("first");
		answers(SERVER.replace("\"first\", ", ""));

		assertThat(shop.server().get().id()).isEqualTo(9001);
		shop.server().get();
		assertThat(this.postmark.received()).extracting((request) -> request.line() + " " + request.token())
			.containsExactly("GET /server HTTP/1.1 first", "GET /servers/9001 HTTP/1.1 the-account-token",
					"GET /server HTTP/1.1 second", "GET /server HTTP/1.1 second");
	}

	@Test
	void aServerIsFoundByItsWholeName() {
		answers("{ \"TotalCount\": 2, \"Servers\": [ { \"ID\": 1, \"Name\": \"Shop 2\" }, " + SERVER
				+ " ], \"ID\": 9001 }");
		this.account.serverClient("Shop").server().get();
		assertThat(this.postmark.received()).extracting(StubPostmark.Received::line)
			.containsExactly("GET /servers?count=500&offset=0&name=Shop HTTP/1.1", "GET /server HTTP/1.1");
		assertThat(this.postmark.received().get(1).headers()).containsEntry("X-Postmark-Server-Token", "first");
	}

	@Test
	void aServerThatIsNotThereOrHasNoTokenIsSaidToBeSo() {
		answers("{ \"TotalCount\": 1, \"Servers\": [ { \"ID\": 1, \"Name\": \"Shop 2\" } ], \"ID\": 1 }");
		assertThatExceptionOfType(InvalidTokenException.class)
			.isThrownBy(() -> this.account.serverClient("Shop").server().get())
			.havingCause()
			.withMessageContaining("'Shop'");
		assertThatExceptionOfType(InvalidTokenException.class)
			.isThrownBy(() -> this.account.serverClient(1).server().get())
			.havingCause()
			.withMessageContaining("has no token");
		assertThatIllegalArgumentException().isThrownBy(() -> this.account.serverClient(" "))
			.withMessageContaining("'serverName'");
	}

}
