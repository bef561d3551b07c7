package io.github.postmarkspring.boot.autoconfigure.roundtrip;

import java.util.Map;

import io.github.postmarkspring.client.webhookconfig.NewWebhook;
import io.github.postmarkspring.client.webhookconfig.Webhook;
import io.github.postmarkspring.client.webhookconfig.WebhookAuth;
import io.github.postmarkspring.client.webhookconfig.WebhookChange;
import io.github.postmarkspring.client.webhookconfig.WebhookStatistics;
import io.github.postmarkspring.client.webhookconfig.WebhookStatus;
import io.github.postmarkspring.client.webhookconfig.WebhookVerification;
import io.github.postmarkspring.client.webhookconfig.Webhooks;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A webhook, from creation to deletion.
 */
class WebhooksRoundTrip implements RoundTrip {

	@Override
	public void run(Clients clients) {
		Webhooks webhooks = clients.server().webhooks();
		Webhook created = webhooks.create(NewWebhook.to("https://hooks.shop.example/postmark")
			.verify(false)
			.httpAuth("pm", "s3cr3t")
			.httpHeaders(Map.of("X-Hook-Key", "k1"))
			.bounces(true, false));
		clients.wire().requested("POST /webhooks", """
				{ "Url": "https://hooks.shop.example/postmark", "Verify": false,
				  "HttpAuth": { "Username": "pm", "Password": "s3cr3t" },
				  "HttpHeaders": [ { "Name": "X-Hook-Key", "Value": "k1" } ],
				  "Triggers": { "Bounce": { "Enabled": true, "IncludeContent": false } } }""");
		clients.wire().answered("POST /webhooks", """
				{ "ID": %d, "Url": "https://hooks.shop.example/postmark", "MessageStream": "outbound",
				  "HttpAuth": { "Username": "pm", "Password": "s3cr3t" },
				  "HttpHeaders": [ { "Name": "X-Hook-Key", "Value": "k1" } ],
				  "Triggers": { "Open": { "Enabled": false, "PostFirstOpenOnly": false }, "Click": { "Enabled": false },
				    "Delivery": { "Enabled": false }, "Bounce": { "Enabled": true, "IncludeContent": false },
				    "SpamComplaint": { "Enabled": false, "IncludeContent": false },
				    "SubscriptionChange": { "Enabled": false } },
				  "Status": "unverified" }""".formatted(created.id()));
		assertThat(created.status()).isEqualTo(WebhookStatus.UNVERIFIED);
		assertThat(created.httpAuth()).isEqualTo(new WebhookAuth("pm", "s3cr3t"));
		assertThat(created.triggers().bounce().enabled()).isTrue();
		webhooks.edit(created.id(), WebhookChange.create().clicks(true).verify(false));
		assertThat(webhooks.list("outbound").webhooks()).containsExactly(webhooks.get(created.id()));
		assertThat(webhooks.get(created.id()).triggers().click().enabled()).isTrue();
		verification(webhooks, created.id(), clients.wire());
		webhooks.delete(created.id());
		assertThat(webhooks.list().webhooks()).isEmpty();
	}

	private static void verification(Webhooks webhooks, long id, Wire wire) {
		WebhookStatistics statistics = webhooks.statistics(id);
		wire.answered("GET /webhooks/{}/statistics",
				"""
						{ "WebhookId": %d, "ServerId": 1, "MessageStreamId": "outbound", "Url": "https://hooks.shop.example/postmark",
						  "Statuses": { "Click": "unverified", "Bounce": "unverified" },
						  "TimeRange": { "StartTime": "<any>", "EndTime": "<any>", "Hours": 24 },
						  "Metrics": { "TotalRequests": 0, "SuccessCount": 0, "FailureCount": 0, "RetryCount": 0, "SuccessRate": 0.0,
						    "SlowCount": 0, "VerySlowCount": 0, "AverageTerminalResponseTimeMs": 0,
						    "AverageRetryResponseTimeMs": null },
						  "MetricsByTrigger": { "Click": "<any>", "Bounce": "<any>" } }"""
					.formatted(id));
		assertThat(statistics.webhookId()).isEqualTo(id);
		assertThat(statistics.metrics().totalRequests()).isZero();
		WebhookVerification verification = webhooks.verify(id);
		assertThat(verification.id()).isEqualTo(id);
		assertThat(verification.results()).hasSize(2);
	}

}
