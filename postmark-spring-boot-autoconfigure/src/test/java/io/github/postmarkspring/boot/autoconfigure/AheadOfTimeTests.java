package io.github.postmarkspring.boot.autoconfigure;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.github.postmarkspring.boot.autoconfigure.health.PostmarkHealthContributorAutoConfiguration;
import io.github.postmarkspring.client.PostmarkAccountClient;
import io.github.postmarkspring.client.PostmarkServerClient;
import io.github.postmarkspring.client.PostmarkServers;
import io.github.postmarkspring.client.message.PostmarkSender;
import io.github.postmarkspring.emulator.PostmarkEmulator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.aot.AotDetector;
import org.springframework.aot.generate.GeneratedFiles.Kind;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.test.generate.TestGenerationContext;
import org.springframework.beans.factory.annotation.BeanFactoryAnnotationUtils;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.aot.AbstractAotProcessor;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.io.InputStreamSource;
import org.springframework.core.test.tools.CompileWithForkedClassLoader;
import org.springframework.core.test.tools.Compiled;
import org.springframework.core.test.tools.TestCompiler;
import org.springframework.javapoet.ClassName;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.aot.hint.predicate.RuntimeHintsPredicates.reflection;

/**
 * Contexts that are prepared in one place, without tokens, and started in another.
 */
@CompileWithForkedClassLoader
class AheadOfTimeTests {

	private static final String NO_EMULATOR = "postmark.emulator.enabled=false";

	private static final String[] TOKENS = { "postmark.server-token=default-token",
			"postmark.servers.newsletter.token=newsletter-token", "postmark.account-token=account-token" };

	@Test
	void theTokensOfTheRunTimeSayWhichClientsThereAre() {
		prepare(Empty.class).start((context) -> {
			assertThat(context.getBeanNamesForType(PostmarkSender.class)).containsExactlyInAnyOrder("postmarkSender",
					"newsletterPostmarkSender");
			assertThat(context.getBean(PostmarkSender.class)).isSameAs(context.getBean("postmarkSender"));
			assertThat(BeanFactoryAnnotationUtils.qualifiedBeanOfType(context.getBeanFactory(),
					PostmarkServerClient.class, "newsletter"))
				.isSameAs(context.getBean("newsletterPostmarkServerClient"));
			assertThat(context.getBean(PostmarkServers.class).names()).containsExactlyInAnyOrder("default",
					"newsletter");
			assertThat(context.getBeanNamesForType(PostmarkAccountClient.class)).hasSize(1);
		}, TOKENS);
	}

	@Test
	void withoutATokenAtRunTimeThereIsNoClient() {
		prepare(Empty.class, TOKENS).start((context) -> {
			assertThat(context.getBeanNamesForType(PostmarkSender.class)).isEmpty();
			assertThat(context.getBeanNamesForType(PostmarkAccountClient.class)).isEmpty();
		});
	}

	@Test
	void noTokenOfTheBuildIsWrittenDown() throws IOException {
		Prepared prepared = prepare(Empty.class, TOKENS);
		assertThat(prepared.files())
			.allSatisfy((content) -> assertThat(content).doesNotContain("default-token", "newsletter-token"))
			.anySatisfy((content) -> assertThat(content).contains("postmarkClientFactory"));
	}

	@Test
	void aSenderOfTheApplicationsOwnTakesThePlaceOfOurs() {
		prepare(OwnSender.class).start((context) -> {
			assertThat(Proxy.isProxyClass(context.getBean("postmarkSender").getClass())).isTrue();
			assertThat(context.getBeanNamesForType(PostmarkServerClient.class)).contains("postmarkServerClient");
		}, "postmark.server-token=default-token");
	}

	@Test
	void connectionDetailsOfTheApplicationsOwnTakeThePlaceOfOurs() {
		prepare(OwnDetails.class).start((context) -> {
			assertThat(context.getBeanNamesForType(PostmarkConnectionDetails.class))
				.containsExactly("postmarkConnectionDetails");
			assertThat(context.getBean(PostmarkSender.class)).isNotNull();
			assertThat(context.getBean(PostmarkServers.class).names()).containsExactly("default");
		}, "postmark.account-token=account-token");
	}

	@Test
	void everyRecordOfPropertiesCanBeBound() {
		RuntimeHints hints = prepare(Empty.class).generation.getRuntimeHints();
		Stream<Class<?>> records = Stream.concat(Stream.of(PostmarkProperties.class),
				Stream.of(PostmarkProperties.class.getDeclaredClasses()).filter(Class::isRecord));
		assertThat(records).hasSizeGreaterThan(8)
			.allSatisfy((type) -> assertThat(reflection().onConstructorInvocation(type.getDeclaredConstructors()[0]))
				.accepts(hints));
	}

	@Test
	void theEmulatorStartsWhereItIsThereBothTimes() {
		prepare(Empty.class).start((context) -> {
			PostmarkEmulator emulator = context.getBean(PostmarkEmulator.class);
			assertThat(context.getBean(PostmarkConnectionDetails.class).baseUrl()).isEqualTo(emulator.baseUrl());
			assertThat(context.getBeanNamesForType(PostmarkSender.class)).containsExactly("postmarkSender");
		}, "postmark.emulator.enabled=true", "postmark.emulator.port=0");
	}

	private static Prepared prepare(Class<?> configuration, String... properties) {
		TestGenerationContext generation = new TestGenerationContext(AheadOfTimeTests.class);
		try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
			context.register(configuration);
			TestPropertyValues.of(NO_EMULATOR).and(properties).applyTo(context);
			ClassName initializer = with(AbstractAotProcessor.AOT_PROCESSING,
					() -> new ApplicationContextAotGenerator().processAheadOfTime(context, generation));
			generation.writeGeneratedContent();
			return new Prepared(generation, initializer.canonicalName());
		}
	}

	private static <T> T with(String flag, Supplier<T> action) {
		System.setProperty(flag, "true");
		try {
			return action.get();
		}
		finally {
			System.clearProperty(flag);
		}
	}

	private record Prepared(TestGenerationContext generation, String initializer) {

		List<String> files() throws IOException {
			List<String> contents = new ArrayList<>();
			for (Kind kind : Kind.values()) {
				for (InputStreamSource file : this.generation.getGeneratedFiles().getGeneratedFiles(kind).values()) {
					contents.add(new String(file.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1));
				}
			}
			return contents;
		}

		void start(Consumer<GenericApplicationContext> test, String... properties) {
			TestCompiler.forSystem().with(this.generation).compile((compiled) -> {
				GenericApplicationContext context = new GenericApplicationContext();
				TestPropertyValues.of(NO_EMULATOR).and(properties).applyTo(context);
				with(AotDetector.AOT_ENABLED, () -> {
					try (context) {
						initializer(compiled).initialize(context);
						context.refresh();
						test.accept(context);
						return context;
					}
				});
			});
		}

		@SuppressWarnings("unchecked")
		private ApplicationContextInitializer<GenericApplicationContext> initializer(Compiled compiled) {
			return compiled.getInstance(ApplicationContextInitializer.class, this.initializer);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ PostmarkAutoConfiguration.class, PostmarkHealthContributorAutoConfiguration.class })
	static class Empty {

	}

	@Configuration(proxyBeanMethods = false)
	@Import(Empty.class)
	static class OwnSender {

		@Bean
		PostmarkSender postmarkSender() {
			return (PostmarkSender) Proxy.newProxyInstance(getClass().getClassLoader(),
					new Class<?>[] { PostmarkSender.class }, (proxy, method, arguments) -> null);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import(Empty.class)
	static class OwnDetails {

		@Bean
		PostmarkConnectionDetails postmarkConnectionDetails() {
			return new Details();
		}

	}

	static class Details implements PostmarkConnectionDetails {

		@Override
		public URI baseUrl() {
			return URI.create("http://localhost:1");
		}

		@Override
		public String serverToken() {
			return "own-token";
		}

		@Override
		public @Nullable String accountToken() {
			return null;
		}

	}

}
