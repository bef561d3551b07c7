package io.github.postmarkspring.boot.autoconfigure;

import io.github.postmarkspring.emulator.PostmarkEmulator;

import org.springframework.boot.LazyInitializationExcludeFilter;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * The embedded emulator, unless the application has one of its own.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(PostmarkEmulator.class)
@ConditionalOnMissingBean(PostmarkEmulator.class)
@Import(EmulatorRegistrar.class)
class EmulatorConfiguration {

	/**
	 * Who looks for the mailbox does so before the first mail.
	 */
	@Bean
	static LazyInitializationExcludeFilter postmarkEmulatorLazyInitializationExcludeFilter() {
		return LazyInitializationExcludeFilter.forBeanTypes(PostmarkEmulator.class);
	}

}
