package io.github.postmarkspring.boot.autoconfigure.health;

import java.util.Map;
import java.util.function.Supplier;

import io.github.postmarkspring.emulator.PostmarkEmulator;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What the endpoint shows of the emulator, where it is there.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(PostmarkEmulator.class)
class EmulatorReportConfiguration {

	@Bean(defaultCandidate = false)
	Supplier<Map<String, Object>> postmarkEmulatorReport(ObjectProvider<PostmarkEmulator> emulators) {
		return () -> {
			PostmarkEmulator emulator = emulators.getIfAvailable();
			return (emulator != null) ? Map.of("mailbox", emulator.mailboxUrl().toString()) : Map.of();
		};
	}

}
