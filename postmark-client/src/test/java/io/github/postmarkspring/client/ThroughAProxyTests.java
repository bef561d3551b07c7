package io.github.postmarkspring.client;

import java.net.URI;
import java.util.List;

import io.github.postmarkspring.client.error.AmbiguousSendException;
import io.github.postmarkspring.client.error.PostmarkTransportException;
import io.github.postmarkspring.client.message.BatchResult;
import io.github.postmarkspring.client.message.Email;
import io.github.postmarkspring.client.message.MessageDefaults;
import io.github.postmarkspring.client.message.PostmarkSender;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What messages say of a proxy on the way.
 */
@ParameterizedClass
@EnumSource(Engine.class)
class ThroughAProxyTests {

	private static final Email EMAIL = Email.builder().from("a@b.example").to("c@d.example").textBody("Hi").build();

	private final StubPostmark postmark = new StubPostmark();

	private final Engine engine;

	private final PostmarkClientFactory factory;

	private final PostmarkSender sender;

	ThroughAProxyTests(Engine engine) {
		this.engine = engine;
		this.factory = factory(this.postmark.baseUrl());
		this.sender = sender(this.factory);
	}

	private PostmarkClientFactory factory(URI baseUrl) {
		return PostmarkClientFactory.builder(baseUrl, this.engine.builder())
			.proxy("proxy.example:3128")
			.retry(Retries.AT_ONCE)
			.build();
	}

	private static PostmarkSender sender(PostmarkClientFactory factory) {
		return factory.sender(() -> "token", MessageDefaults.none());
	}

	@AfterEach
	void stop() {
		this.postmark.close();
	}

	@Test
	void aProxyThatWantsCredentialsHasSentNothing() {
		wantCredentials();
		assertThatExceptionOfType(PostmarkTransportException.class).isThrownBy(() -> this.sender.send(EMAIL))
			.withMessageContainingAll("through the proxy proxy.example:3128", "407", "user name and password")
			.satisfies((ex) -> assertThat(ex.mayHaveBeenSent()).isFalse());
	}

	@Test
	void aProxyThatWantsCredentialsLeavesABatchNotAttempted() {
		wantCredentials();
		BatchResult result = this.sender.sendAll(List.of(EMAIL));
		assertThat(result.notAttempted()).hasSize(1);
	}

	@Test
	void aProxyThatWantsCredentialsIsSaidOfOtherCallsToo() {
		wantCredentials();
		assertThatExceptionOfType(PostmarkTransportException.class)
			.isThrownBy(() -> this.factory.serverClient(() -> "token").server().get())
			.withMessageContaining("the proxy wants a user name and password");
	}

	@Test
	void aProxyThatIsDownIsNamed() {
		try (ClosedPort nobody = new ClosedPort()) {
			PostmarkClientFactory unreachable = factory(nobody.baseUrl());
			assertThatExceptionOfType(PostmarkTransportException.class)
				.isThrownBy(() -> sender(unreachable).send(EMAIL))
				.withMessageContaining("could not be reached through the proxy proxy.example:3128")
				.satisfies((ex) -> assertThat(ex.mayHaveBeenSent()).isFalse());
			assertThatExceptionOfType(PostmarkTransportException.class)
				.isThrownBy(() -> unreachable.serverClient(() -> "token").server().get())
				.withMessageContaining("No answer from Postmark through the proxy proxy.example:3128");
		}
	}

	@Test
	void aProxyThatDropsTheAnswerIsNamed() {
		this.postmark.reset();
		assertThatExceptionOfType(AmbiguousSendException.class).isThrownBy(() -> this.sender.send(EMAIL))
			.withMessageContaining("did not answer through the proxy proxy.example:3128");
	}

	private void wantCredentials() {
		this.postmark.answer(407, "", "Proxy-Authenticate: Basic realm=proxy");
	}

}
