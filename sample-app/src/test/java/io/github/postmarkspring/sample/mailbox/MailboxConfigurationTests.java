package io.github.postmarkspring.sample.mailbox;

import java.net.URI;

import io.github.postmarkspring.emulator.PostmarkEmulator;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

class MailboxConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withUserConfiguration(MailboxConfiguration.class);

	@Test
	void thereIsAMailboxWhereTheEmulatorRuns() {
		this.runner.withBean(PostmarkEmulator.class, PostmarkEmulator::start).run((context) -> {
			URI url = context.getBean(PostmarkEmulator.class).mailboxUrl();
			assertThat(mailbox(context).getObject().url()).isEqualTo(url);
			assertThat(mailbox(context).getObject().message("abc-1")).hasToString(url + "#/messages/abc-1");
		});
	}

	@Test
	void thereIsNoMailboxWhereTheEmulatorDoesNotRun() {
		this.runner.run((context) -> assertThat(mailbox(context).getIfAvailable()).isNull());
	}

	@Test
	void withoutTheEmulatorOnTheClasspathTheConfigurationIsPassedOver() {
		this.runner.withClassLoader(new FilteredClassLoader(PostmarkEmulator.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(MailboxConfiguration.class));
	}

	private static ObjectProvider<Mailbox> mailbox(ApplicationContext context) {
		return context.getBeanProvider(Mailbox.class);
	}

}
