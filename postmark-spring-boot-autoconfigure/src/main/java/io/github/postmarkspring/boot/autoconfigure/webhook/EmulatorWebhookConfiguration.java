package io.github.postmarkspring.boot.autoconfigure.webhook;

import io.github.postmarkspring.boot.autoconfigure.PostmarkConnectionDetails;
import io.github.postmarkspring.emulator.PostmarkEmulator;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Looks for the emulator, where its class is there.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(PostmarkEmulator.class)
class EmulatorWebhookConfiguration {

	/** One that the application has besides does not stand in for what it sends to. */
	@Bean
	EmulatorPresence postmarkEmulatorPresence(ObjectProvider<PostmarkEmulator> emulator,
			ObjectProvider<PostmarkConnectionDetails> connection) {
		PostmarkEmulator running = emulator.getIfAvailable();
		PostmarkConnectionDetails details = connection.getIfAvailable();
		return new EmulatorPresence(running != null && details != null && running.baseUrl().equals(details.baseUrl()));
	}

}
