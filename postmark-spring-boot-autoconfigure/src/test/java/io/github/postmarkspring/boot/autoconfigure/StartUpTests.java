package io.github.postmarkspring.boot.autoconfigure;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

import io.github.postmarkspring.client.PostmarkClientFactory;
import io.github.postmarkspring.client.StubPostmark;
import io.github.postmarkspring.client.message.Email;
import io.github.postmarkspring.client.message.PostmarkSender;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.http.client.autoconfigure.imperative.ImperativeHttpClientAutoConfiguration;
import org.springframework.boot.restclient.autoconfigure.RestClientAutoConfiguration;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.util.ClassUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application that has everything of ours, and sends nothing.
 */
class StartUpTests {

	private final StubPostmark postmark = new StubPostmark();

	private final Set<Thread> threadsBefore = threads();

	private final WebApplicationContextRunner runner = new WebApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(ours()))
		.withConfiguration(
				AutoConfigurations.of(RestClientAutoConfiguration.class, ImperativeHttpClientAutoConfiguration.class))
		.withBean(MeterRegistry.class, SimpleMeterRegistry::new)
		.withBean(ObservationRegistry.class, ObservationRegistry::create)
		.withPropertyValues("postmark.base-url=" + this.postmark.baseUrl(), "postmark.server-token=token",
				"postmark.account-token=account-token", "postmark.servers.newsletter.token=newsletter-token",
				"postmark.webhook.path=/postmark", "postmark.webhook.basic.password=Zk3vQ8pL2xR7tN5wB9yD");

	@AfterEach
	void stop() {
		this.postmark.close();
	}

	@Test
	void withoutASendThereIsNoThreadNoEngineNoMapperAndNoRequest() {
		this.runner.run((context) -> {
			assertThat(context.getBeansOfType(PostmarkSender.class)).hasSize(2);
			assertThat(ourThreads()).isEmpty();
			assertThat(context.getBean(HttpEngine.class).isBuilt()).isFalse();
			assertThat(mapper(context)).isNull();
			assertThat(this.postmark.connectionCount()).isZero();
		});
	}

	@Test
	void theFirstSendBuildsThem() {
		this.runner.run((context) -> {
			context.getBean("postmarkSender", PostmarkSender.class)
				.send(Email.builder().from("a@b.example").to("c@d.example").textBody("Hi").build());
			assertThat(context.getBean(HttpEngine.class).isBuilt()).isTrue();
			assertThat(mapper(context)).isNotNull();
			assertThat(this.postmark.connectionCount()).isEqualTo(1);
		});
	}

	private static Class<?>[] ours() {
		return ImportCandidates.load(AutoConfiguration.class, StartUpTests.class.getClassLoader())
			.getCandidates()
			.stream()
			.filter((name) -> name.startsWith("io.github.postmarkspring."))
			.map((name) -> ClassUtils.resolveClassName(name, null))
			.toArray(Class<?>[]::new);
	}

	/** There is no other way to see that something is not there yet. */
	private static Object mapper(ApplicationContext context) {
		Object http = ReflectionTestUtils.getField(context.getBean(PostmarkClientFactory.class), "http");
		Supplier<?> supplier = (Supplier<?>) ReflectionTestUtils.getField(http, "jsonMapper");
		return ReflectionTestUtils.getField(supplier, "singletonInstance");
	}

	private List<String> ourThreads() {
		Set<Thread> threads = threads();
		threads.removeAll(this.threadsBefore);
		return threads.stream().map(Thread::getName).filter((name) -> name.startsWith("postmark-")).toList();
	}

	private static Set<Thread> threads() {
		return new HashSet<>(Thread.getAllStackTraces().keySet());
	}

}
