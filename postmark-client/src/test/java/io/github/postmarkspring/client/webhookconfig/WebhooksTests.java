package io.github.postmarkspring.client.webhookconfig;

import java.time.OffsetDateTime;
import java.util.Map;

import io.github.postmarkspring.client.ResourceTests;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WebhooksTests extends ResourceTests {

	private static final String WEBHOOK = """
			{ "ID": 7001, "Url": "https://u:s3cret@hooks.shop.example/postmark", "MessageStream": "outbound",
			  "HttpAuth": { "Username": "pm", "Password": "s3cret" },
			  "HttpHeaders": [ { "Name": "X-Hook-Key", "Value": "s3cret" } ],
			  "Triggers": { "Open": { "Enabled": true, "PostFirstOpenOnly": true }, "Click": { "Enabled": false },
			    "Bounce": { "Enabled": true, "IncludeContent": false } }, "Status": "verified" }""";

	@Test
	void webhooksAreListed() {
		answers("{ \"Webhooks\": [ " + WEBHOOK + " ] }");
		assertThat(this.client.webhooks().list().webhooks()).hasSize(1);
		requested("GET /webhooks");
		this.postmark.received().clear();
		this.client.webhooks().list("outbound");
		requested("GET /webhooks?MessageStream=outbound");
	}

	@Test
	void aWebhookIsReadAndItsSecretsAreNotShown() {
		answers(WEBHOOK);
		Webhook webhook = this.client.webhooks().get(7001);
		requested("GET /webhooks/7001");
		assertThat(webhook.httpAuth()).isEqualTo(new WebhookAuth("pm", "s3cret"));
		assertThat(webhook.httpHeaders()).containsExactly(new WebhookHeader("X-Hook-Key", "s3cret"));
		assertThat(webhook.triggers().open()).isEqualTo(new WebhookTriggerSettings(true, true, null));
		assertThat(webhook.triggers().click().enabled()).isFalse();
		assertThat(webhook.triggers().delivery()).isNull();
		assertThat(webhook.status()).isEqualTo(WebhookStatus.VERIFIED);
		assertThat(webhook.toString() + webhook.httpAuth() + webhook.httpHeaders()).contains("7001")
			.doesNotContain("s3cret");
	}

	@Test
	void aWebhookIsCreated() {
		answers(WEBHOOK);
		NewWebhook webhook = NewWebhook.to("https://hooks.shop.example/postmark")
			.messageStream("outbound")
			.verify(false)
			.httpAuth("pm", "s3cret")
			.httpHeaders(Map.of("X-Hook-Key", "k1"))
			.opens(true, true)
			.clicks(true)
			.deliveries(true)
			.bounces(true, false)
			.spamComplaints(true, false)
			.subscriptionChanges(true);
		this.client.webhooks().create(webhook);
		requested("POST /webhooks?verify=false", """
				{ "Url": "https://hooks.shop.example/postmark", "MessageStream": "outbound",
				  "HttpAuth": { "Username": "pm", "Password": "s3cret" },
				  "HttpHeaders": [ { "Name": "X-Hook-Key", "Value": "k1" } ], "Verify": false,
				  "Triggers": { "Open": { "Enabled": true, "PostFirstOpenOnly": true }, "Click": { "Enabled": true },
				    "Delivery": { "Enabled": true }, "Bounce": { "Enabled": true, "IncludeContent": false },
				    "SpamComplaint": { "Enabled": true, "IncludeContent": false },
				    "SubscriptionChange": { "Enabled": true } } }""");
		assertThat(webhook.toString()).doesNotContain("s3cret", "k1");
	}

	@Test
	void aWebhookIsSavedWithoutATrialByBothSpellingsOfTheReference() {
		answers(WEBHOOK);
		this.client.webhooks().create(NewWebhook.to("https://hooks.shop.example/postmark").verify(false));
		requested("POST /webhooks?verify=false",
				"{ \"Url\": \"https://hooks.shop.example/postmark\", \"Verify\": false }");
		answers(WEBHOOK);
		this.client.webhooks().edit(7001, WebhookChange.create().verify(false));
		requested("PUT /webhooks/7001?verify=false", "{ \"Verify\": false }");
		answers(WEBHOOK);
		this.client.webhooks().edit(7001, WebhookChange.create().verify(true));
		requested("PUT /webhooks/7001", "{ \"Verify\": true }");
	}

	@Test
	void onlyWhatIsSaidIsChanged() {
		answers(WEBHOOK);
		this.client.webhooks().edit(7001, WebhookChange.create().bounces(true, true));
		requested("PUT /webhooks/7001",
				"{ \"Triggers\": { \"Bounce\": { \"Enabled\": true, \"IncludeContent\": true } } }");
	}

	@Test
	void aWebhookIsDeleted() {
		answers("{ \"ErrorCode\": 0, \"Message\": \"Webhook 7001 removed.\" }");
		this.client.webhooks().delete(7001);
		requested("DELETE /webhooks/7001");
	}

	@Test
	void aVerificationThatFailsIsAnAnswer() {
		answers("""
				{ "Id": 7001, "Url": "https://hooks.shop.example/postmark", "Success": false,
				  "Results": [ { "TriggerType": "Bounce", "Success": false, "StatusCode": 500,
				    "Message": "endpoint answered 500" } ],
				  "Message": "5/6 triggers verified successfully" }""");
		WebhookVerification verification = this.client.webhooks().verify(7001);
		requested("POST /webhooks/7001/verify");
		assertThat(verification.id()).isEqualTo(7001);
		assertThat(verification.success()).isFalse();
		assertThat(verification.results())
			.containsExactly(new TriggerVerification(WebhookTrigger.BOUNCE, false, 500, "endpoint answered 500"));
		assertThat(verification.message()).isEqualTo("5/6 triggers verified successfully");
	}

	@Test
	void statisticsAreRead() {
		answers("""
				{ "WebhookId": 7001, "ServerId": 9001, "MessageStreamId": "outbound", "Url": "https://hooks.shop.example/postmark",
				  "Statuses": { "Bounce": "verified", "Delivery": "unverified" },
				  "TimeRange": { "StartTime": "2026-11-01T10:00:00Z", "EndTime": "2026-11-02T10:00:00Z", "Hours": 24 },
				  "Metrics": { "TotalRequests": 10, "SuccessCount": 9, "FailureCount": 1, "RetryCount": 1,
				    "SuccessRate": 90.0, "SlowCount": 0, "VerySlowCount": 0, "AverageTerminalResponseTimeMs": 120,
				    "AverageRetryResponseTimeMs": null },
				  "MetricsByTrigger": { "Bounce": { "TotalRequests": 2 } } }""");
		WebhookStatistics statistics = this.client.webhooks().statistics(7001);
		requested("GET /webhooks/7001/statistics");
		assertThat(statistics.statuses()).containsEntry("Delivery", WebhookStatus.UNVERIFIED);
		assertThat(statistics.timeRange()).isEqualTo(new WebhookTimeRange(OffsetDateTime.parse("2026-11-01T10:00:00Z"),
				OffsetDateTime.parse("2026-11-02T10:00:00Z"), 24));
		assertThat(statistics.metrics()).isEqualTo(new WebhookMetrics(10L, 9L, 1L, 1L, 90.0, 0L, 0L, 120.0, null));
		assertThat(statistics.metricsByTrigger().get("Bounce").totalRequests()).isEqualTo(2);
	}

}
