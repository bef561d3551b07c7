package io.github.postmarkspring.boot.autoconfigure.webhook;

import java.net.URI;
import java.util.List;
import java.util.Set;

import io.github.postmarkspring.boot.autoconfigure.webhook.PostmarkWebhookProperties.Registration;
import io.github.postmarkspring.boot.autoconfigure.webhook.PostmarkWebhookProperties.Trigger;
import io.github.postmarkspring.client.PostmarkClientFactory;
import io.github.postmarkspring.client.PostmarkServerClient;
import io.github.postmarkspring.client.webhookconfig.NewWebhook;
import io.github.postmarkspring.client.webhookconfig.Webhook;
import io.github.postmarkspring.emulator.PostmarkEmulator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is at Postmark already, and what becomes of it.
 */
class WebhooksAtPostmarkTests {

	private static final URI SHOP = URI.create("https://shop.example");

	private static final String OLD_PASSWORD = "OldPassw0rdOfLastYear7";

	private static final Set<Trigger> TRIGGERS = Set.of(Trigger.DELIVERY, Trigger.BOUNCE, Trigger.OPEN);

	private static final Registration USUAL = registration(TRIGGERS, false, false, false, false);

	private static PostmarkEmulator emulator;

	private CapturedLog log;

	private static PostmarkServerClient postmark;

	@BeforeAll
	static void start() {
		emulator = PostmarkEmulator.start();
		postmark = PostmarkClientFactory.create(emulator.baseUrl(), RestClient.builder())
			.serverClient(() -> emulator.serverToken());
	}

	@AfterAll
	static void close() {
		emulator.close();
	}

	@BeforeEach
	void reset() {
		emulator.control().reset();
		this.log = CapturedLog.begin();
	}

	@AfterEach
	void stopLogging() {
		this.log.close();
	}

	@Test
	void aTriggerThatPostmarkHasPausedIsReported() {
		postmark.webhooks()
			.create(NewWebhook.to(SHOP + "/hook")
				.httpAuth("postmark", WebhookApplication.PASSWORD)
				.deliveries(true)
				.bounces(true, false)
				.opens(true, false)
				.verify(false));

		register(SHOP, USUAL);

		Webhook webhook = webhooks().get(0);
		assertThat(this.log.text()).contains("WARN")
			.contains("Postmark posts nothing for Bounce, Delivery, Open of the webhook of stream 'outbound' to " + SHOP
					+ "/hook")
			.contains("verify webhook " + webhook.id());
	}

	@Test
	void aWebhookThatIsVerifiedIsNotReported() {
		register(SHOP, USUAL);
		register(SHOP, USUAL);
		assertThat(this.log.text()).doesNotContain("Postmark posts nothing");
	}

	@Test
	void twoWebhooksForOnePlaceAreReportedAndNotMadeThree() {
		postmark.webhooks().create(NewWebhook.to(SHOP + "/hook").deliveries(true));
		postmark.webhooks().create(NewWebhook.to("https://user:name@shop.example:443/hook").deliveries(true));

		register(SHOP, USUAL);

		assertThat(this.log.text()).contains("There are 2 webhooks of stream 'outbound'")
			.contains("each event is posted that often");
		assertThat(webhooks()).hasSize(2);
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://shop.example:8443", "http://shop.example", "https://shop.example/app" })
	void aWebhookToAnotherPlaceIsAnotherWebhook(String other) {
		postmark.webhooks().create(NewWebhook.to(other + "/hook").clicks(true));

		register(SHOP, USUAL);

		assertThat(webhooks()).extracting(Webhook::url).containsExactlyInAnyOrder(other + "/hook", SHOP + "/hook");
	}

	@ParameterizedTest
	@CsvSource({ "true, false, Triggers.BOUNCE", "false, true, Triggers.OPEN" })
	void whatIsPostedWithATriggerIsMadeAsConfiguredAndThenLeftAlone(boolean content, boolean firstOpen, String change) {
		register(SHOP, USUAL);
		Registration other = registration(TRIGGERS, content, firstOpen, false, false);
		register(SHOP, other);
		register(SHOP, other);

		assertThat(this.log.text()).containsOnlyOnce("Going to change " + change + " of the webhook");
		assertThat(webhooks()).singleElement().extracting(Webhook::triggers).satisfies((triggers) -> {
			assertThat(triggers.bounce().includeContent()).isEqualTo(content);
			assertThat(triggers.open().postFirstOpenOnly()).isEqualTo(firstOpen);
		});
	}

	@Test
	void aTriggerThatIsNoLongerConfiguredIsTurnedOffAndANewOneOn() {
		register(SHOP, USUAL);
		register(SHOP, registration(Set.of(Trigger.DELIVERY, Trigger.CLICK), false, false, false, false));

		assertThat(this.log.text())
			.contains("Going to change Triggers.BOUNCE, Triggers.OPEN, Triggers.CLICK of the webhook");
		assertThat(webhooks()).singleElement().extracting(Webhook::triggers).satisfies((triggers) -> {
			assertThat(triggers.delivery().enabled()).isTrue();
			assertThat(triggers.click().enabled()).isTrue();
			assertThat(triggers.bounce().enabled()).isFalse();
			assertThat(triggers.open().enabled()).isFalse();
		});
	}

	@Test
	void inboundMailThatGoesElsewhereIsPostedHereIfThatIsSaid() {
		registerInbound("other.example", WebhookApplication.PASSWORD, USUAL);
		registerInbound("shop.example", WebhookApplication.PASSWORD, USUAL);
		assertThat(inboundUrl()).contains("@other.example");
		registerInbound("shop.example", WebhookApplication.PASSWORD, registration(TRIGGERS, false, false, true, true));
		assertThat(inboundUrl()).as("a dry run").contains("@other.example");
		registerInbound("shop.example", WebhookApplication.PASSWORD, registration(TRIGGERS, false, false, true, false));
		assertThat(inboundUrl()).isEqualTo("https://postmark:" + WebhookApplication.PASSWORD + "@shop.example/in");
		assertThat(this.log.text()).contains("Would have inbound mail posted to https://shop.example/in")
			.doesNotContain(WebhookApplication.PASSWORD);
	}

	@Test
	void inboundMailIsPostedWithTheNewPasswordOnceItIsAnother() {
		registerInbound("shop.example", OLD_PASSWORD, USUAL);
		registerInbound("shop.example", WebhookApplication.PASSWORD, USUAL);
		registerInbound("shop.example", WebhookApplication.PASSWORD, USUAL);

		assertThat(inboundUrl()).contains(WebhookApplication.PASSWORD);
		assertThat(this.log.text().split("Going to have inbound mail posted", -1)).hasSize(3);
		assertThat(this.log.text()).doesNotContain(OLD_PASSWORD, WebhookApplication.PASSWORD);
	}

	private static void register(URI application, Registration registration) {
		new WebhookRegistration(
				new WebhookTarget(postmark, settings(WebhookApplication.PASSWORD), "/hook", null, List.of("outbound")),
				registration)
			.register(application);
	}

	private static void registerInbound(String host, String password, Registration registration) {
		new WebhookRegistration(new WebhookTarget(postmark, settings(password), null, "/in", List.of()), registration)
			.register(URI.create("https://" + host));
	}

	private static VerificationSettings settings(String password) {
		return new VerificationSettings("postmark.webhook",
				new PostmarkWebhookProperties.Basic("postmark", password, List.of()), null, List.of(), false, null);
	}

	private static Registration registration(Set<Trigger> triggers, boolean content, boolean firstOpen, boolean replace,
			boolean dryRun) {
		return new Registration(true, SHOP, List.of("outbound"), triggers, content, firstOpen, replace, dryRun);
	}

	private static List<Webhook> webhooks() {
		return postmark.webhooks().list("outbound").webhooks();
	}

	private static String inboundUrl() {
		return postmark.server().get().inboundHookUrl();
	}

}
