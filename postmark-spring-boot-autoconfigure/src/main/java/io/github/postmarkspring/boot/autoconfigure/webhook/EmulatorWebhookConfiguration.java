package io.github.postmarkspring.boot.autoconfigure.webhook;

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

	@Bean
	EmulatorPresence postmarkEmulatorPresence(ObjectProvider<PostmarkEmulator> emulator) {
		return new EmulatorPresence(emulator.getIfAvailable() != null);
	}

}
