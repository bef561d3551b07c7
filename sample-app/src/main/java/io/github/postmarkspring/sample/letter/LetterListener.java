package io.github.postmarkspring.sample.letter;

import io.github.postmarkspring.client.webhook.event.InboundEvent;
import io.github.postmarkspring.sample.live.LivePages;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Takes in the mail that Postmark receives for the shop.
 */
@Component
class LetterListener {

	private final Letters letters;

	private final LivePages pages;

	LetterListener(Letters letters, LivePages pages) {
		this.letters = letters;
		this.pages = pages;
	}

	@EventListener
	void received(InboundEvent event) {
		this.letters.add(Letter.of(event));
		this.pages.changed();
	}

}
