package io.github.postmarkspring.boot.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;

import io.github.postmarkspring.client.PostmarkClientFactory;
import io.github.postmarkspring.client.PostmarkServers;
import io.github.postmarkspring.client.http.RetrySettings;
import io.github.postmarkspring.client.message.SendListener;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.HttpCookieHandling;
import org.springframework.boot.http.client.HttpRedirects;
import org.springframework.boot.restclient.RestClientCustomizer;
import org.springframework.boot.restclient.autoconfigure.RestClientAutoConfiguration;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.thread.Threading;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;
import org.springframework.web.client.RestClient;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for Postmark.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = { RestClientAutoConfiguration.class, SslAutoConfiguration.class })
@ConditionalOnClass({ PostmarkClientFactory.class, RestClient.class })
@ConditionalOnBooleanProperty(name = "postmark.enabled", matchIfMissing = true)
@EnableConfigurationProperties(PostmarkProperties.class)
@Import({ ProvidedConnectionConfiguration.class, ConfiguredClientsConfiguration.class, TokenMetricsConfiguration.class,
		SanitizingConfiguration.class })
public final class PostmarkAutoConfiguration {

	private static final Duration DEFAULT_CONNECT_TIMEOUT = Duration.ofSeconds(5);

	private static final Duration DEFAULT_READ_TIMEOUT = Duration.ofSeconds(60);

	@Bean
	@Lazy
	HttpEngine postmarkHttpEngine(PostmarkProperties properties, PostmarkConnectionDetails details,
			Environment environment, ResourceLoader resourceLoader,
			ObjectProvider<ClientHttpRequestFactoryBuilder<?>> builder, ObjectProvider<HttpClientSettings> settings,
			ObjectProvider<SslBundles> sslBundles) {
		int maxConnections = properties.http().maxConnections();
		if (maxConnections < 1) {
			throw new FailureAnalyzedException(
					"The property 'postmark.http.max-connections' is " + maxConnections + ".",
					"Set it to 1 or more, or leave it out for 64.");
		}
		ClientHttpRequestFactoryBuilder<?> factoryBuilder = builder
			.getIfAvailable(() -> ClientHttpRequestFactoryBuilder.detect(resourceLoader.getClassLoader()));
		HttpProxy proxy = HttpProxy.of(properties.proxy(), details.baseUrl(), factoryBuilder);
		String bundle = (properties.ssl().bundle() != null) ? properties.ssl().bundle()
				: environment.getProperty("spring.http.clients.ssl.bundle");
		HttpClientSettings merged = settings(properties,
				(bundle != null) ? sslBundles.getObject().getBundle(bundle) : null)
			.orElse(settings.getIfAvailable(HttpClientSettings::defaults))
			.orElse(HttpClientSettings.defaults().withTimeouts(DEFAULT_CONNECT_TIMEOUT, DEFAULT_READ_TIMEOUT));
		if (proxy != null || details instanceof EmulatorPostmarkConnectionDetails) {
			// A filter against calls into the own network would keep us from the
			// emulator, and from a proxy.
			merged = merged.withInetAddressFilter(null);
		}
		HttpEngine engine = new HttpEngine(factoryBuilder, merged, proxy, maxConnections,
				Threading.VIRTUAL.isActive(environment));
		if (bundle != null && engine.isRenewable()) {
			sslBundles.getObject().addBundleUpdateHandler(bundle, engine::use);
		}
		return engine;
	}

	private static HttpClientSettings settings(PostmarkProperties properties, @Nullable SslBundle bundle) {
		return HttpClientSettings.defaults()
			.withTimeouts(timeout("connect-timeout", properties.connectTimeout()),
					timeout("read-timeout", properties.readTimeout()))
			// A redirect would take the token to another host.
			.withRedirects(HttpRedirects.DONT_FOLLOW)
			.withCookieHandling(HttpCookieHandling.DISABLE)
			.withSslBundle(bundle);
	}

	private static @Nullable Duration timeout(String name, @Nullable Duration timeout) {
		if (timeout != null && timeout.compareTo(Duration.ofMillis(1)) < 0) {
			// An engine would take it for no timeout at all, or for its own.
			throw new FailureAnalyzedException("The property 'postmark." + name + "' is " + timeout + ".",
					"Set it to 1 millisecond or more, or leave it out.");
		}
		return timeout;
	}

	/**
	 * Makes what asks how Postmark is, in one short attempt, beside the limits of what
	 * sends. Before the factory of ours, so that it is not there where the application
	 * has its own: then that is asked.
	 */
	@Bean(defaultCandidate = false)
	@Lazy
	@ConditionalOnMissingBean(PostmarkClientFactory.class)
	Function<Duration, PostmarkClientFactory> postmarkProbes(PostmarkConnectionDetails details, HttpEngine engine,
			ObjectProvider<RestClientCustomizer> customizers, ObjectProvider<FactoryCustomizer> additions) {
		return (timeout) -> factory(details, engine.probe(timeout), customizers, additions).retry(RetrySettings.off())
			.build();
	}

	/** What health and the endpoint go by, which must not wait for a store. */
	@Bean(defaultCandidate = false)
	@Lazy
	TokensAtHand postmarkTokensAtHand(ObjectProvider<PostmarkConnectionDetails> details, Environment environment) {
		return new TokensAtHand(details, ServerNames.of(environment));
	}

	private static PostmarkClientFactory.Builder factory(PostmarkConnectionDetails details, HttpEngine engine,
			ObjectProvider<RestClientCustomizer> customizers, ObjectProvider<FactoryCustomizer> additions) {
		// The engine comes first, so that a customizer may replace it, as a mock server
		// does; the base URL last, because our tokens go to Postmark only.
		RestClient.Builder builder = RestClient.builder().requestFactory(engine::createRequest);
		customizers.orderedStream().forEach((customizer) -> customizer.customize(builder));
		PostmarkClientFactory.Builder factory = PostmarkClientFactory.builder(details.baseUrl(), builder)
			.proxy(engine.proxy());
		additions.orderedStream().forEach((addition) -> addition.customize(factory));
		return factory;
	}

	@Bean
	@Lazy
	@ConditionalOnMissingBean
	PostmarkClientFactory postmarkClientFactory(PostmarkConnectionDetails details, HttpEngine engine,
			PostmarkProperties properties, ObjectProvider<RestClientCustomizer> customizers,
			ObjectProvider<SendListener> listeners, ObjectProvider<FactoryCustomizer> additions) {
		RetrySettings retry = properties.retry().settings(engine.readTimeout());
		try {
			return factory(details, engine, customizers, additions).retry(retry)
				.limits(properties.http().limits())
				.reconciliation(properties.retry().reconciliation())
				// Late, because a listener may want to send, too.
				.listeners(() -> listeners.orderedStream().toList())
				.build();
		}
		catch (IllegalArgumentException ex) {
			throw new FailureAnalyzedException("The URL of Postmark's API cannot be used. " + ex.getMessage() + ".",
					"Correct 'postmark.base-url', or leave it out to use Postmark's own.", ex);
		}
	}

	@Bean
	@Lazy
	TokenClients postmarkTokenClients(PostmarkClientFactory factory, PostmarkConnectionDetails details,
			PostmarkProperties properties) {
		return new TokenClients(factory, details, properties);
	}

	@Bean
	@Lazy
	@ConditionalOnMissingBean
	PostmarkServers postmarkServers(ListableBeanFactory beanFactory, TokenClients clients,
			PostmarkProperties properties, Environment environment) {
		int maxTenants = properties.tenants().maxClients();
		if (maxTenants < 1) {
			throw new FailureAnalyzedException("The property 'postmark.tenants.max-clients' is " + maxTenants + ".",
					"Set it to 1 or more, or leave it out for 1000.");
		}
		List<TokenKey> servers = clients.servers(environment)
			.stream()
			.filter((server) -> beanFactory.containsBean(ServerBeans.senderName(server))
					&& beanFactory.containsBean(ServerBeans.clientName(server)))
			.toList();
		return new ConfiguredServers(beanFactory, servers, clients, maxTenants);
	}

	@Bean
	static ShutdownLifecycle postmarkShutdownLifecycle(ConfigurableListableBeanFactory beanFactory) {
		return new ShutdownLifecycle(beanFactory);
	}

	@Bean
	static GeneratedContextRegistrars postmarkGeneratedContextRegistrars(ListableBeanFactory beanFactory,
			Environment environment) {
		return new GeneratedContextRegistrars(beanFactory, environment);
	}

	@Bean
	static ServerQualifiers postmarkServerQualifiers(Environment environment) {
		return new ServerQualifiers(environment);
	}

	@Bean
	static EnvironmentChangeListener postmarkEnvironmentChangeListener(ObjectProvider<EnvironmentTokens> tokens) {
		return new EnvironmentChangeListener(tokens);
	}

	@Bean
	static TokenAdvice postmarkTokenAdvice(ObjectProvider<EnvironmentTokens> tokens,
			ConfigurableListableBeanFactory beanFactory, Environment environment) {
		return new TokenAdvice(tokens, beanFactory, environment);
	}

	@Bean
	StartupCheck postmarkStartupCheck(ConfigurableApplicationContext context, PostmarkProperties properties,
			ObjectProvider<TokenClients> clients) {
		return new StartupCheck(context, properties, clients);
	}

	@Bean
	TokenEventPublisher postmarkTokenEventPublisher(ApplicationEventPublisher publisher) {
		return new TokenEventPublisher(publisher);
	}

}
