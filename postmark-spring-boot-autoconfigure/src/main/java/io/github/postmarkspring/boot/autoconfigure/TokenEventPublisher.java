package io.github.postmarkspring.boot.autoconfigure;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.context.ApplicationEventPublisher;

/**
 * Publishes a {@link PostmarkTokenChangedEvent} for each token that has changed.
 */
class TokenEventPublisher implements TokenObserver {

	private static final Log logger = LogFactory.getLog(TokenEventPublisher.class);

	private final ApplicationEventPublisher publisher;

	TokenEventPublisher(ApplicationEventPublisher publisher) {
		this.publisher = publisher;
	}

	@Override
	public void changed(TokenKey key) {
		try {
			this.publisher.publishEvent(new PostmarkTokenChangedEvent(key.server(), key.property()));
		}
		catch (RuntimeException ex) {
			// A mail may be waiting behind this.
			logger.error("A listener of PostmarkTokenChangedEvent failed", ex);
		}
	}

	@Override
	public void failed(TokenKey key) {
	}

}
