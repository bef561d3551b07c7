package io.github.postmarkspring.sample.mail;

import io.github.postmarkspring.client.webhook.event.BounceEvent;
import io.github.postmarkspring.client.webhook.event.ClickEvent;
import io.github.postmarkspring.client.webhook.event.DeliveryEvent;
import io.github.postmarkspring.client.webhook.event.OpenEvent;
import io.github.postmarkspring.client.webhook.event.SpamComplaintEvent;
import io.github.postmarkspring.client.webhook.event.SubscriptionChangeEvent;
import io.github.postmarkspring.sample.live.LivePages;
import org.jspecify.annotations.Nullable;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Hears from Postmark what happened to the mail of the shop.
 */
@Component
class MailEventListener {

	private final MailHistory history;

	private final LivePages pages;

	MailEventListener(MailHistory history, LivePages pages) {
		this.history = history;
		this.pages = pages;
	}

	@EventListener
	void delivered(DeliveryEvent event) {
		add(event.messageId(), new MailEvent(event.deliveredAt(), "Delivered", true, event.recipient()));
	}

	@EventListener
	void bounced(BounceEvent event) {
		add(event.messageId(), new MailEvent(event.bouncedAt(), "Bounced", false, event.description()));
	}

	@EventListener
	void reportedAsSpam(SpamComplaintEvent event) {
		add(event.messageId(), new MailEvent(event.bouncedAt(), "Reported as spam", false, event.email()));
	}

	@EventListener
	void opened(OpenEvent event) {
		add(event.messageId(), new MailEvent(event.receivedAt(), "Opened", true, event.recipient()));
	}

	@EventListener
	void clicked(ClickEvent event) {
		add(event.messageId(), new MailEvent(event.receivedAt(), "Clicked", true, event.originalLink()));
	}

	@EventListener
	void subscriptionChanged(SubscriptionChangeEvent event) {
		boolean active = !event.suppressSending();
		add(event.messageId(), new MailEvent(event.changedAt(),
				active ? "May be written to again" : "Will not be written to again", active, event.recipient()));
	}

	private void add(@Nullable String messageId, MailEvent event) {
		if (messageId != null) {
			this.history.add(messageId, event);
			this.pages.changed();
		}
	}

}
