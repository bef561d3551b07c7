package io.github.postmarkspring.sample.mailbox;

import io.github.postmarkspring.emulator.PostmarkEmulator;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The one class that knows the emulator. The production jar comes without it, and there
 * Spring passes over this class without loading it.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(PostmarkEmulator.class)
class MailboxConfiguration {

	/**
	 * The emulator runs only as long as there is no token. To Spring, a bean that is
	 * {@code null} is one that is not there.
	 */
	@Bean
	@Nullable Mailbox mailbox(ObjectProvider<PostmarkEmulator> emulator) {
		PostmarkEmulator running = emulator.getIfAvailable();
		return (running != null) ? new Mailbox(running.mailboxUrl()) : null;
	}

}
