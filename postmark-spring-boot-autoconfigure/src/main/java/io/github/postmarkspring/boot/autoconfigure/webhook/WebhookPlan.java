package io.github.postmarkspring.boot.autoconfigure.webhook;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.github.postmarkspring.boot.autoconfigure.webhook.PostmarkWebhookProperties.Trigger;
import io.github.postmarkspring.client.webhookconfig.NewWebhook;
import io.github.postmarkspring.client.webhookconfig.Webhook;
import io.github.postmarkspring.client.webhookconfig.WebhookAuth;
import io.github.postmarkspring.client.webhookconfig.WebhookChange;
import io.github.postmarkspring.client.webhookconfig.WebhookHeader;
import io.github.postmarkspring.client.webhookconfig.WebhookSettings;
import io.github.postmarkspring.client.webhookconfig.WebhookTriggerSettings;
import io.github.postmarkspring.client.webhookconfig.WebhookTriggers;
import org.jspecify.annotations.Nullable;

/**
 * What a webhook at Postmark is to be, with the newest of several live secrets.
 *
 * @param url where to post
 * @param settings what verifies
 * @param registration what to post
 */
record WebhookPlan(URI url, VerificationSettings settings, PostmarkWebhookProperties.Registration registration) {

	/**
	 * Whether a webhook is this one: the same place, whoever's name is in its URL.
	 */
	boolean isFor(Webhook webhook) {
		return WebhookUrl.isSame(webhook.url(), this.url);
	}

	/**
	 * Name what is different.
	 * @param webhook the webhook as it is
	 * @return names of properties, without their values
	 */
	List<String> differences(Webhook webhook) {
		List<String> differences = new ArrayList<>();
		if (!isAuthRight(webhook.httpAuth())) {
			differences.add("HttpAuth");
		}
		if (!headers(webhook.httpHeaders()).equals(map(webhook.httpHeaders()))) {
			differences.add("HttpHeaders");
		}
		for (Trigger trigger : Trigger.values()) {
			if (!isRight(trigger, webhook.triggers())) {
				differences.add("Triggers." + trigger);
			}
		}
		return differences;
	}

	NewWebhook toCreate(String messageStream) {
		return settings(NewWebhook.to(this.url.toString()).messageStream(messageStream), List.of());
	}

	WebhookChange toChange(Webhook current) {
		return settings(WebhookChange.create(), current.httpHeaders());
	}

	private <R extends WebhookSettings<R>> R settings(R request, List<WebhookHeader> currentHeaders) {
		R webhook = request.deliveries(has(Trigger.DELIVERY))
			.bounces(has(Trigger.BOUNCE), this.registration.includeContent())
			.spamComplaints(has(Trigger.SPAM_COMPLAINT), this.registration.includeContent())
			.opens(has(Trigger.OPEN), this.registration.firstOpenOnly())
			.clicks(has(Trigger.CLICK))
			.subscriptionChanges(has(Trigger.SUBSCRIPTION_CHANGE));
		PostmarkWebhookProperties.Basic basic = this.settings.basic();
		if (basic != null) {
			webhook = webhook.httpAuth(basic.username(), Objects.requireNonNull(basic.password()));
		}
		Map<String, String> headers = headers(currentHeaders);
		return headers.isEmpty() ? webhook : webhook.httpHeaders(headers);
	}

	private boolean has(Trigger trigger) {
		return this.registration.triggers().contains(trigger);
	}

	private boolean isAuthRight(@Nullable WebhookAuth auth) {
		PostmarkWebhookProperties.Basic basic = this.settings.basic();
		return basic == null || (auth != null && basic.username().equals(auth.username())
				&& Objects.equals(basic.password(), auth.password()));
	}

	/** What somebody else has added stays. */
	private Map<String, String> headers(List<WebhookHeader> current) {
		Map<String, String> headers = map(current);
		PostmarkWebhookProperties.Header header = this.settings.header();
		if (header != null) {
			headers.keySet().removeIf(header.name()::equalsIgnoreCase);
			headers.put(header.name(), Objects.requireNonNull(header.value()));
		}
		return headers;
	}

	private static Map<String, String> map(List<WebhookHeader> headers) {
		Map<String, String> map = new LinkedHashMap<>();
		for (WebhookHeader header : headers) {
			if (header.name() != null && header.value() != null) {
				map.put(header.name(), header.value());
			}
		}
		return map;
	}

	private boolean isRight(Trigger trigger, @Nullable WebhookTriggers triggers) {
		WebhookTriggerSettings current = (triggers != null) ? current(trigger, triggers) : null;
		if (current == null || !Boolean.TRUE.equals(current.enabled())) {
			return !has(trigger);
		}
		return has(trigger) && switch (trigger) {
			case OPEN -> isSame(current.postFirstOpenOnly(), this.registration.firstOpenOnly());
			case BOUNCE, SPAM_COMPLAINT -> isSame(current.includeContent(), this.registration.includeContent());
			default -> true;
		};
	}

	private static boolean isSame(@Nullable Boolean current, boolean wanted) {
		return Boolean.TRUE.equals(current) == wanted;
	}

	private static @Nullable WebhookTriggerSettings current(Trigger trigger, WebhookTriggers triggers) {
		return switch (trigger) {
			case DELIVERY -> triggers.delivery();
			case BOUNCE -> triggers.bounce();
			case SPAM_COMPLAINT -> triggers.spamComplaint();
			case OPEN -> triggers.open();
			case CLICK -> triggers.click();
			case SUBSCRIPTION_CHANGE -> triggers.subscriptionChange();
		};
	}

	/**
	 * Shows no secret.
	 */
	@Override
	public String toString() {
		return "WebhookPlan[url=" + this.url + "]";
	}

}
