package io.github.postmarkspring.boot.autoconfigure.webhook;

import java.time.Clock;

import io.github.postmarkspring.client.webhook.WebhookMemory;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.integration.metadata.ConcurrentMetadataStore;

/**
 * A memory that several instances share, where Spring Integration has a store for it.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(ConcurrentMetadataStore.class)
@ConditionalOnBean(ConcurrentMetadataStore.class)
@ConditionalOnMissingBean(WebhookMemory.class)
class SharedMemoryConfiguration {

	@Bean
	WebhookMemory postmarkWebhookMemory(ConcurrentMetadataStore store, PostmarkWebhookProperties properties) {
		return new MetadataStoreWebhookMemory(store, properties.claimTimeout(), Clock.systemUTC());
	}

}
