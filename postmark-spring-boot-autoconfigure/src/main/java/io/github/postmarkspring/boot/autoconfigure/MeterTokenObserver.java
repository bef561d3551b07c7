package io.github.postmarkspring.boot.autoconfigure;

import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.beans.factory.ObjectProvider;

/**
 * Counts tokens that changed in {@value #CHANGES} and readings that failed in
 * {@value #FAILURES}, by property.
 */
class MeterTokenObserver implements TokenObserver {

	static final String CHANGES = "postmark.token.changes";

	static final String FAILURES = "postmark.token.failures";

	private final ObjectProvider<MeterRegistry> registry;

	MeterTokenObserver(ObjectProvider<MeterRegistry> registry) {
		this.registry = registry;
	}

	@Override
	public void changed(TokenKey key) {
		count(CHANGES, key);
	}

	@Override
	public void failed(TokenKey key) {
		count(FAILURES, key);
	}

	private void count(String counter, TokenKey key) {
		this.registry.ifUnique((registry) -> registry.counter(counter, "property", key.property()).increment());
	}

}
