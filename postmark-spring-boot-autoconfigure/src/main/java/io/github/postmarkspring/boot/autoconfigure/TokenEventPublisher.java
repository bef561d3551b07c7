package io.github.postmarkspring.boot.autoconfigure;

import org.springframework.context.ApplicationEventPublisher;

/**
 * Publishes a {@link PostmarkTokenChangedEvent} for each token that has changed.
 */
class TokenEventPublisher implements TokenObserver {

	private final ApplicationEventPublisher publisher;

	TokenEventPublisher(ApplicationEventPublisher publisher) {
		this.publisher = publisher;
	}

	@Override
	public void changed(TokenKey key) {
		this.publisher.publishEvent(new PostmarkTokenChangedEvent(key.server(), key.property()));
	}

	@Override
	public void failed(TokenKey key) {
	}

}
