package io.github.postmarkspring.boot.autoconfigure;

import java.util.ArrayList;
import java.util.List;

import io.github.postmarkspring.client.PostmarkAccountClient;
import io.github.postmarkspring.client.PostmarkClientFactory;
import io.github.postmarkspring.client.PostmarkServerClient;
import io.github.postmarkspring.client.domain.NewDomain;
import io.github.postmarkspring.client.server.DeliveryType;
import io.github.postmarkspring.client.server.NewServer;
import io.github.postmarkspring.client.signature.NewSenderSignature;
import io.github.postmarkspring.client.stream.NewMessageStream;
import io.github.postmarkspring.client.webhookconfig.NewWebhook;
import io.github.postmarkspring.emulator.PostmarkEmulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What {@code postmark.check-on-startup} finds, against an emulator that is not embedded,
 * which is as good as Postmark.
 */
@ExtendWith(OutputCaptureExtension.class)
class StartupCheckTests {

	private final PostmarkEmulator postmark = PostmarkEmulator.builder()
		.serverToken("s3cr3t-server")
		.server("newsletter", "s3cr3t-newsletter")
		.accountToken("s3cr3t-account")
		.start();

	private final PostmarkClientFactory clients = PostmarkClientFactory.create(this.postmark.baseUrl(),
			RestClient.builder());

	private final PostmarkServerClient server = this.clients.serverClient(() -> "s3cr3t-server");

	private final PostmarkAccountClient account = this.clients.accountClient(() -> "s3cr3t-account");

	@AfterEach
	void stop() {
		this.postmark.close();
	}

	@Test
	void anApplicationStartsWhenEverythingIsRight(CapturedOutput output) {
		confirmSender("orders@shop.example");
		started(output, "postmark.server-token=s3cr3t-server", "postmark.servers.newsletter.token=s3cr3t-newsletter",
				"postmark.account-token=s3cr3t-account", "postmark.defaults.from=Shop <Orders@shop.example>",
				"postmark.servers.newsletter.defaults.message-stream=broadcast");
	}

	@Test
	void aTokenThatPostmarkRefusesIsFound(CapturedOutput output) {
		assertThat(problems(output, "postmark.server-token=s3cr3t-server",
				"postmark.servers.newsletter.token=s3cr3t-of-yesterday"))
			.containsExactly("'postmark.servers.newsletter.token' is not, or no longer, the token of a server; "
					+ "an account token does not work here. Set it to one from the \"API Tokens\" page at Postmark.");
	}

	@Test
	void anAccountTokenInThePlaceOfAServerTokenIsFound(CapturedOutput output) {
		assertThat(problems(output, "postmark.server-token=s3cr3t-account")).singleElement()
			.asString()
			.startsWith("'postmark.server-token' is not, or no longer, the token of a server; an account token");
	}

	@Test
	void aServerTokenInThePlaceOfTheAccountTokenIsFound(CapturedOutput output) {
		assertThat(problems(output, "postmark.account-token=s3cr3t-server", "postmark.server-token=s3cr3t-server",
				"postmark.defaults.from=orders@shop.example"))
			.containsExactly("'postmark.account-token' is not, or no longer, the token of an account; "
					+ "a server token does not work here. Set it to one from the \"API Tokens\" page at Postmark.");
	}

	@Test
	void aStreamThatDoesNotExistIsFoundOnTheServerThatLacksIt(CapturedOutput output) {
		createStream("receipts");
		assertThat(problems(output, "postmark.server-token=s3cr3t-server",
				"postmark.servers.newsletter.token=s3cr3t-newsletter", "postmark.defaults.message-stream=receipts"))
			.containsExactly("The message stream 'receipts' of server 'newsletter' does not exist. Set "
					+ "'postmark.defaults.message-stream' to one of that server that sends.");
	}

	@Test
	void anArchivedStreamIsFound(CapturedOutput output) {
		createStream("receipts");
		this.server.messageStreams().archive("receipts");
		assertThat(problems(output, "postmark.server-token=s3cr3t-server", "postmark.defaults.message-stream=receipts"))
			.containsExactly("The message stream 'receipts' of server 'default' is archived. Set "
					+ "'postmark.defaults.message-stream' to one of that server that sends.");
	}

	@Test
	void aStreamForMailThatComesInIsFound(CapturedOutput output) {
		assertThat(problems(output, "postmark.servers.newsletter.token=s3cr3t-newsletter",
				"postmark.servers.newsletter.defaults.message-stream=inbound"))
			.containsExactly("The message stream 'inbound' of server 'newsletter' is for mail that comes in. Set "
					+ "'postmark.servers.newsletter.defaults.message-stream' to one of that server that sends.");
	}

	@Test
	void aSenderThatPostmarkDoesNotKnowIsFoundOnce(CapturedOutput output) {
		confirmSender("sales@shop.example");
		assertThat(problems(output, "postmark.server-token=s3cr3t-server",
				"postmark.servers.newsletter.token=s3cr3t-newsletter", "postmark.account-token=s3cr3t-account",
				"postmark.defaults.from=orders@shop.example"))
			.containsExactly("'postmark.defaults.from' is no confirmed sender signature at Postmark, nor of a domain "
					+ "verified there by DKIM. Confirm one of them, or set it to an address that is.");
	}

	@Test
	void aSenderThatIsNotConfirmedIsFound(CapturedOutput output) {
		this.account.senderSignatures().create(NewSenderSignature.of("orders@shop.example", "Shop"));
		assertThat(problems(output, "postmark.servers.newsletter.token=s3cr3t-newsletter",
				"postmark.account-token=s3cr3t-account",
				"postmark.servers.newsletter.defaults.from=orders@shop.example"))
			.singleElement()
			.asString()
			.startsWith("'postmark.servers.newsletter.defaults.from' is no confirmed");
	}

	@Test
	void aDomainMakesASenderOnceItIsVerified(CapturedOutput output) {
		String[] properties = { "postmark.server-token=s3cr3t-server", "postmark.account-token=s3cr3t-account",
				"postmark.defaults.from=orders@shöp.example" };
		long domain = this.account.domains().create(NewDomain.named("xn--shp-tna.example")).id();
		assertThat(problems(output, properties)).hasSize(1);
		this.account.domains().verifyDkim(domain);
		started(output, properties);
	}

	@Test
	void withoutAnAccountTokenNobodyAsksForSenders(CapturedOutput output) {
		started(output, "postmark.server-token=s3cr3t-server", "postmark.defaults.from=orders@shop.example");
	}

	@Test
	void aWebhookThatIsNotThereIsFound(CapturedOutput output) {
		String[] properties = { "postmark.server-token=s3cr3t-server",
				"postmark.servers.newsletter.token=s3cr3t-newsletter", "postmark.webhook.path=/postmark/webhook",
				"postmark.webhook.registration.url=https://shop.example" };
		this.server.webhooks().create(NewWebhook.to("https://other.example/postmark/webhook").bounces(true, false));
		this.server.webhooks().create(NewWebhook.to("https://shop.example/elsewhere").bounces(true, false));
		assertThat(problems(output, properties))
			.containsExactly("No webhook at Postmark points to 'postmark.webhook.path' at "
					+ "'postmark.webhook.registration.url'. Make one there, or set "
					+ "'postmark.webhook.registration.enabled'.");
		this.clients.serverClient(() -> "s3cr3t-newsletter")
			.webhooks()
			.create(NewWebhook.to("https://postmark:s3cr3t@Shop.example/app/postmark/webhook?x=y")
				.bounces(true, false));
		started(output, properties);
	}

	@Test
	void aWebhookThatTheApplicationMakesOrWhoseUrlIsNotKnownIsNotLookedFor(CapturedOutput output) {
		started(output, "postmark.server-token=s3cr3t-server", "postmark.webhook.path=/postmark/webhook");
		started(output, "postmark.server-token=s3cr3t-server", "postmark.webhook.path=/postmark/webhook",
				"postmark.webhook.registration.url=https://shop.example", "postmark.webhook.registration.enabled=true");
	}

	@Test
	void withoutAServerNobodyLooksForAWebhook(CapturedOutput output) {
		started(output, "postmark.account-token=s3cr3t-account", "postmark.webhook.path=/postmark/webhook",
				"postmark.webhook.registration.url=https://shop.example");
	}

	@Test
	void aSandboxServerInProductionIsAWarningAndNoReasonNotToStart(CapturedOutput output) {
		String token = this.account.servers()
			.create(NewServer.named("Sandbox").deliveryType(DeliveryType.SANDBOX))
			.apiTokens()
			.get(0);
		started(output, "postmark.server-token=" + token, "spring.profiles.active=test");
		assertThat(output).doesNotContain("sandbox");
		started(output, "postmark.server-token=" + token, "spring.profiles.active=Production");
		assertThat(output).containsPattern("WARN.*: 'postmark.server-token' is the token of a sandbox server, so "
				+ "no mail is delivered, and the profile 'Production' is active. Set it to the token of a live server.")
			.doesNotContain(token);
	}

	@Test
	void severalProblemsAreAllFound(CapturedOutput output) {
		assertThat(problems(output, "postmark.server-token=s3cr3t-server", "postmark.account-token=s3cr3t-account",
				"postmark.servers.newsletter.token=s3cr3t-of-yesterday", "postmark.defaults.from=orders@shop.example",
				"postmark.defaults.message-stream=nonesuch"))
			.hasSize(3);
	}

	private void createStream(String id) {
		this.server.messageStreams().create(NewMessageStream.transactional(id, id));
	}

	private void confirmSender(String address) {
		this.postmark.control()
			.confirmSender(this.account.senderSignatures().create(NewSenderSignature.of(address, "Shop")).id());
	}

	private void started(CapturedOutput output, String... properties) {
		CheckedStart.with(checked(properties)).close();
		assertThat(output).doesNotContain("s3cr3t");
	}

	private List<String> problems(CapturedOutput output, String... properties) {
		List<String> problems = CheckedStart.problems(output, checked(properties));
		assertThat(output).doesNotContain("s3cr3t");
		return problems;
	}

	private String[] checked(String... properties) {
		List<String> all = new ArrayList<>(List.of(properties));
		all.add("postmark.check-on-startup=fail");
		all.add("postmark.base-url=" + this.postmark.baseUrl());
		return all.toArray(String[]::new);
	}

}
