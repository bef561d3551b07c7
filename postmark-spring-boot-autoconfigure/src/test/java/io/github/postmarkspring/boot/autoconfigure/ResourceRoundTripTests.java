package io.github.postmarkspring.boot.autoconfigure;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.github.postmarkspring.client.PostmarkAccountClient;
import io.github.postmarkspring.client.PostmarkClientFactory;
import io.github.postmarkspring.client.PostmarkServerClient;
import io.github.postmarkspring.client.bounce.Bounce;
import io.github.postmarkspring.client.bounce.BounceQuery;
import io.github.postmarkspring.client.bounce.BounceType;
import io.github.postmarkspring.client.bulk.BulkMailing;
import io.github.postmarkspring.client.bulk.BulkQuery;
import io.github.postmarkspring.client.domain.NewDomain;
import io.github.postmarkspring.client.error.InactiveRecipientsException;
import io.github.postmarkspring.client.inbound.InboundMessageQuery;
import io.github.postmarkspring.client.inbound.NewInboundRule;
import io.github.postmarkspring.client.message.Email;
import io.github.postmarkspring.client.message.MessageDefaults;
import io.github.postmarkspring.client.message.PostmarkSender;
import io.github.postmarkspring.client.outbound.SentMessageQuery;
import io.github.postmarkspring.client.outbound.TrackingQuery;
import io.github.postmarkspring.client.page.ListQuery;
import io.github.postmarkspring.client.server.NewServer;
import io.github.postmarkspring.client.server.Server;
import io.github.postmarkspring.client.signature.NewSenderSignature;
import io.github.postmarkspring.client.stats.StatsQuery;
import io.github.postmarkspring.client.stream.MessageStreamQuery;
import io.github.postmarkspring.client.stream.NewMessageStream;
import io.github.postmarkspring.client.suppression.SuppressionQuery;
import io.github.postmarkspring.client.suppression.SuppressionRequest;
import io.github.postmarkspring.client.template.NewTemplate;
import io.github.postmarkspring.client.template.PushRequest;
import io.github.postmarkspring.client.template.TemplateChange;
import io.github.postmarkspring.client.template.TemplateQuery;
import io.github.postmarkspring.client.template.TemplateTrial;
import io.github.postmarkspring.client.webhookconfig.NewWebhook;
import io.github.postmarkspring.client.webhookconfig.Webhook;
import io.github.postmarkspring.emulator.PostmarkEmulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Resources of both clients against the emulator, which shares no model with them.
 */
class ResourceRoundTripTests {

	private final PostmarkEmulator emulator = PostmarkEmulator.start();

	private final PostmarkClientFactory factory = PostmarkClientFactory.create(this.emulator.baseUrl(),
			RestClient.builder());

	private final PostmarkSender sender = this.factory.sender(this.emulator::serverToken, MessageDefaults.none());

	private final PostmarkServerClient server = this.factory.serverClient(this.emulator::serverToken);

	private final PostmarkAccountClient account = this.factory.accountClient(this.emulator::accountToken);

	@AfterEach
	void stop() {
		this.emulator.close();
	}

	@Test
	void aHardBounceIsFoundSuppressesItsAddressAndCanBeActivated() {
		String address = "HardBounce@bounce-testing.postmarkapp.com";
		this.sender.send(email(address));
		Bounce bounce = this.server.bounces().stream(BounceQuery.create()).findFirst().orElseThrow();
		assertThat(bounce.type()).isEqualTo(BounceType.HARD_BOUNCE);
		assertThat(this.server.bounces().get(bounce.id()).inactive()).isTrue();
		assertThat(this.server.bounces().dump(bounce.id()).body()).isNotNull();
		assertThat(this.server.bounces().deliveryStats().inactiveMails()).isEqualTo(1);
		assertThatExceptionOfType(InactiveRecipientsException.class).isThrownBy(() -> this.sender.send(email(address)))
			.satisfies((ex) -> assertThat(ex.addresses()).containsExactly(address.toLowerCase(Locale.ROOT)));
		assertThat(this.server.bounces().activate(bounce.id()).bounce().inactive()).isFalse();
		this.sender.send(email(address));
	}

	@Test
	void anAddressIsSuppressedListedAndLetGo() {
		assertThat(
				this.server.suppressions().create("outbound", SuppressionRequest.of("ann@mail.example")).suppressions())
			.hasSize(1);
		assertThat(this.server.suppressions().dump("outbound", SuppressionQuery.create()).suppressions())
			.singleElement()
			.satisfies((entry) -> assertThat(entry.emailAddress()).isEqualTo("ann@mail.example"));
		this.server.suppressions().delete("outbound", SuppressionRequest.of("ann@mail.example"));
		assertThat(this.server.suppressions().dump("outbound", SuppressionQuery.create()).suppressions()).isEmpty();
	}

	@Test
	void aTemplateIsCreatedEditedValidatedPushedAndDeleted() {
		long id = this.server.templates()
			.create(NewTemplate.standard("Hello", "Hi {{name}}").alias("hello-there").textBody("Hi"))
			.templateId();
		this.server.templates().edit(id, TemplateChange.create().textBody("Hello {{name}}"));
		assertThat(this.server.templates().get("hello-there").textBody()).isEqualTo("Hello {{name}}");
		assertThat(this.server.templates().stream(TemplateQuery.create())).hasSize(1);
		assertThat(this.server.templates()
			.validate(TemplateTrial.create().subject("Hi {{name}}").textBody("x").model(Map.of("name", "Ann")))
			.subject()
			.renderedContent()).isEqualTo("Hi Ann");
		long source = this.server.server().get().id();
		Server second = this.account.servers().create(NewServer.named("Second"));
		assertThat(this.account.templatePush().push(PushRequest.dryRun(source, second.id())).totalCount()).isEqualTo(1);
		this.account.templatePush().push(PushRequest.perform(source, second.id()));
		assertThat(this.account.serverClient("Second").templates().get("hello-there").name()).isEqualTo("Hello");
		this.server.templates().delete("hello-there");
		assertThat(this.server.templates().stream(TemplateQuery.create())).isEmpty();
	}

	@Test
	void aStreamIsCreatedArchivedAndBroughtBack() {
		this.server.messageStreams().create(NewMessageStream.transactional("receipts", "Receipts"));
		assertThat(this.server.messageStreams().get("receipts").name()).isEqualTo("Receipts");
		assertThat(this.server.messageStreams().archive("receipts").expectedPurgeDate()).isNotNull();
		assertThat(this.server.messageStreams().unarchive("receipts").archivedAt()).isNull();
		assertThat(this.server.messageStreams().list(MessageStreamQuery.create()).totalCount()).isEqualTo(4);
	}

	@Test
	void aMessageIsFoundWithWhatBecameOfIt() {
		String id = this.sender.send(email("ann@mail.example")).messageId();
		assertThat(this.server.outboundMessages().stream(SentMessageQuery.create())).singleElement()
			.satisfies((message) -> assertThat(message.messageId()).isEqualTo(id));
		assertThat(this.server.outboundMessages().get(id).events()).hasSize(1);
		assertThat(this.server.outboundMessages().dump(id).body()).contains(id);
		assertThat(this.server.outboundMessages().streamOpens(TrackingQuery.create())).isEmpty();
		assertThat(this.server.outboundMessages().streamClicks(TrackingQuery.create())).isEmpty();
		assertThat(this.server.stats().overview(StatsQuery.create()).sent()).isEqualTo(1);
		assertThat(this.server.stats().sends(StatsQuery.create()).days()).hasSize(1);
		assertThat(this.server.stats().openEmailClients(StatsQuery.create()).total()).isEmpty();
		assertThat(this.server.inboundMessages().stream(InboundMessageQuery.create())).isEmpty();
	}

	@Test
	void rulesAndWebhooksAreKeptAndRemoved() {
		long rule = this.server.inboundRules().create(NewInboundRule.of("bad.example")).id();
		assertThat(this.server.inboundRules().stream(ListQuery.create())).hasSize(1);
		this.server.inboundRules().delete(rule);
		Webhook webhook = this.server.webhooks()
			.create(NewWebhook.to("https://hooks.shop.example/postmark")
				.httpAuth("pm", "s3cr3t")
				.httpHeaders(Map.of("X-Hook-Key", "k1"))
				.bounces(true, false));
		assertThat(this.server.webhooks().list().webhooks()).hasSize(1);
		assertThat(this.server.webhooks().get(webhook.id()).toString()).doesNotContain("s3cr3t", "k1");
		// The emulator posts to this machine only, so nobody answers the probe.
		assertThat(this.server.webhooks().verify(webhook.id()).results()).singleElement()
			.satisfies((result) -> assertThat(result.success()).isFalse());
		assertThat(this.server.webhooks().statistics(webhook.id()).webhookId()).isEqualTo(webhook.id());
		this.server.webhooks().delete(webhook.id());
		assertThat(this.server.webhooks().list().webhooks()).isEmpty();
	}

	@Test
	void domainsAndSendersAreKeptAndRemoved() {
		long domain = this.account.domains()
			.create(NewDomain.named("shop.example").returnPathDomain("pm-bounces.shop.example"))
			.id();
		assertThat(this.account.domains().verifyDkim(domain).dkimVerified()).isTrue();
		assertThat(this.account.domains().stream(ListQuery.create())).hasSize(1);
		this.account.domains().rotateDkim(domain);
		this.account.domains().delete(domain);
		long sender = this.account.senderSignatures().create(NewSenderSignature.of("ann@shop.example", "Ann")).id();
		assertThat(this.account.senderSignatures().get(sender).emailAddress()).isEqualTo("ann@shop.example");
		this.account.senderSignatures().resendConfirmation(sender);
		this.account.senderSignatures().delete(sender);
		assertThat(this.account.senderSignatures().stream(ListQuery.create())).isEmpty();
	}

	@Test
	void noBulkMailingIsListedBeforeThereIsOne() {
		List<BulkMailing> mailings = this.server.bulk().stream(BulkQuery.create()).toList();
		assertThat(mailings).isEmpty();
	}

	private static Email email(String recipient) {
		return Email.builder().from("orders@shop.example").to(recipient).subject("Hi").textBody("Hi").build();
	}

}
