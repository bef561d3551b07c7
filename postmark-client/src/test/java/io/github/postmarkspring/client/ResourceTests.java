package io.github.postmarkspring.client;

import org.junit.jupiter.api.AfterEach;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Clients and the stub they call, and what was called.
 */
public abstract class ResourceTests {

	private static final JsonMapper JSON = new JsonMapper();

	protected final StubPostmark postmark = new StubPostmark();

	private final PostmarkClientFactory factory = PostmarkClientFactory
		.builder(this.postmark.baseUrl(), Engine.JDK.builder())
		.retry(Retries.AT_ONCE)
		.build();

	protected final PostmarkServerClient client = this.factory.serverClient(() -> "the-server-token");

	protected final PostmarkAccountClient account = this.factory.accountClient(() -> "the-account-token");

	@AfterEach
	void stop() {
		this.postmark.close();
	}

	protected void answers(String json) {
		this.postmark.received().clear();
		this.postmark.answer(200, json);
	}

	/** One request went out, without a body. */
	protected void requested(String line) {
		StubPostmark.Received request = this.postmark.only();
		assertThat(request.line()).isEqualTo(line + " HTTP/1.1");
		assertThat(request.body()).isEmpty();
		assertThat(request.headers()).containsEntry("accept", "application/json").doesNotContainKey("content-type");
		hasToken(request);
	}

	/** One request went out, with JSON. */
	protected void requested(String line, String json) {
		StubPostmark.Received request = this.postmark.only();
		assertThat(request.line()).isEqualTo(line + " HTTP/1.1");
		assertThat(JSON.readTree(request.text())).isEqualTo(JSON.readTree(json));
		assertThat(request.headers()).containsEntry("accept", "application/json")
			.containsEntry("content-type", "application/json")
			.containsEntry("content-length", Integer.toString(request.body().length));
		hasToken(request);
	}

	private static void hasToken(StubPostmark.Received request) {
		String path = request.line().split(" ")[1];
		boolean ofAccount = path.matches("/(servers|domains|senders|data-removals|templates/push)([/?].*)?");
		assertThat(request.headers()).containsEntry(ofAccount ? "X-Postmark-Account-Token" : "X-Postmark-Server-Token",
				ofAccount ? "the-account-token" : "the-server-token");
		assertThat(request.headers())
			.doesNotContainKey(ofAccount ? "X-Postmark-Server-Token" : "X-Postmark-Account-Token");
	}

}
