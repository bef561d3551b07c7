package io.github.postmarkspring.boot.autoconfigure;

import io.github.postmarkspring.client.PostmarkClientFactory;

/**
 * Adds to the one factory what is there with a library or a property only.
 */
@FunctionalInterface
interface FactoryCustomizer {

	void customize(PostmarkClientFactory.Builder factory);

}
