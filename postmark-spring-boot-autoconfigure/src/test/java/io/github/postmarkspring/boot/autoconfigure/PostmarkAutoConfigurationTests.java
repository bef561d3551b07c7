package io.github.postmarkspring.boot.autoconfigure;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

import io.github.postmarkspring.client.PostmarkAccountClient;
import io.github.postmarkspring.client.PostmarkClientFactory;
import io.github.postmarkspring.client.PostmarkServerClient;
import io.github.postmarkspring.client.StubPostmark;
import io.github.postmarkspring.client.error.InvalidTokenException;
import io.github.postmarkspring.client.message.BatchItem;
import io.github.postmarkspring.client.message.BatchResult;
import io.github.postmarkspring.client.message.Email;
import io.github.postmarkspring.client.message.OutboundMessage;
import io.github.postmarkspring.client.message.PostmarkSender;
import io.github.postmarkspring.client.message.SendResult;
import io.github.postmarkspring.client.message.TemplatedEmail;
import io.github.postmarkspring.client.server.ServerQuery;
import io.github.postmarkspring.emulator.PostmarkEmulator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.imperative.ImperativeHttpClientAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.restclient.RestClientCustomizer;
import org.springframework.boot.restclient.autoconfigure.RestClientAutoConfiguration;
import org.springframework.boot.restclient.test.MockServerRestClientCustomizer;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.test.web.client.MockRestServiceServer;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.test.web.client.match.MockRestRequestMatchers.header;
import static org.springframework.test.web.client.match.MockRestRequestMatchers.requestTo;
import static org.springframework.test.web.client.response.MockRestResponseCreators.withSuccess;

class PostmarkAutoConfigurationTests {

	private static final String SERVER_TOKEN = "00000000-aaaa-4bbb-8ccc-000000000001";

	private static final String ACCOUNT_TOKEN = "00000000-aaaa-4bbb-8ccc-000000000002";

	private static final PostmarkClientFactory FACTORY = PostmarkClientFactory
		.create(PostmarkClientFactory.DEFAULT_BASE_URL, RestClient.builder());

	private static final AutoConfigurations AUTO_CONFIGURATIONS = AutoConfigurations.of(PostmarkAutoConfiguration.class,
			RestClientAutoConfiguration.class, HttpClientAutoConfiguration.class,
			ImperativeHttpClientAutoConfiguration.class, JacksonAutoConfiguration.class);

	private final StubPostmark postmark = new StubPostmark();

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AUTO_CONFIGURATIONS)
		.withClassLoader(new FilteredClassLoader(PostmarkEmulator.class));

	private final ApplicationContextRunner configured = this.runner
		.withPropertyValues("postmark.server-token=" + SERVER_TOKEN, "postmark.base-url=" + this.postmark.baseUrl());

	@AfterEach
	void stop() {
		this.postmark.close();
	}

	@Test
	void aServerTokenGivesASenderAndAServerClientAndNothingOfTheAccount() {
		this.runner.withPropertyValues("postmark.server-token=" + SERVER_TOKEN)
			.run((context) -> assertThat(context).hasSingleBean(PostmarkSender.class)
				.hasSingleBean(PostmarkServerClient.class)
				.doesNotHaveBean(PostmarkAccountClient.class));
	}

	@Test
	void anAccountTokenGivesAnAccountClientAndNothingOfAServer() {
		this.runner.withPropertyValues("postmark.account-token=" + ACCOUNT_TOKEN)
			.run((context) -> assertThat(context).hasSingleBean(PostmarkAccountClient.class)
				.doesNotHaveBean(PostmarkSender.class)
				.doesNotHaveBean(PostmarkServerClient.class));
	}

	@Test
	void bothTokensGiveAllClients() {
		this.runner
			.withPropertyValues("postmark.server-token=" + SERVER_TOKEN, "postmark.account-token=" + ACCOUNT_TOKEN)
			.run((context) -> assertThat(context).hasSingleBean(PostmarkSender.class)
				.hasSingleBean(PostmarkServerClient.class)
				.hasSingleBean(PostmarkAccountClient.class));
	}

	@Test
	void withoutATokenThereIsNoClientAndTheApplicationStarts() {
		this.runner.run((context) -> assertThat(context).hasNotFailed()
			.doesNotHaveBean(PostmarkSender.class)
			.doesNotHaveBean(PostmarkServerClient.class)
			.doesNotHaveBean(PostmarkAccountClient.class));
	}

	@Test
	void postmarkCanBeSwitchedOff() {
		this.configured.withPropertyValues("postmark.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(PostmarkAutoConfiguration.class)
				.doesNotHaveBean(PostmarkSender.class));
	}

	@Test
	void withoutRestClientThereIsNothing() {
		this.runner.withClassLoader(new FilteredClassLoader(RestClient.class))
			.withPropertyValues("postmark.server-token=" + SERVER_TOKEN)
			.run((context) -> assertThat(context).doesNotHaveBean(PostmarkAutoConfiguration.class));
	}

	@Test
	void theTokenComesFromAnEnvironmentVariable() {
		this.runner
			.withInitializer((context) -> context.getEnvironment()
				.getPropertySources()
				.addFirst(new SystemEnvironmentPropertySource("test-systemEnvironment", Map.of("POSTMARK_SERVER_TOKEN",
						"from-the-environment", "POSTMARK_BASE_URL", this.postmark.baseUrl().toString()))))
			.run((context) -> {
				context.getBean(PostmarkSender.class).send(email());
				assertThat(this.postmark.only().headers()).containsEntry("X-Postmark-Server-Token",
						"from-the-environment");
			});
	}

	@Test
	void eachClientCarriesItsOwnTokenOnly() {
		this.configured.withPropertyValues("postmark.account-token=" + ACCOUNT_TOKEN).run((context) -> {
			this.postmark.answer(200, "{\"ID\":1,\"TotalCount\":0,\"Servers\":[]}");
			context.getBean(PostmarkServerClient.class).server().get();
			context.getBean(PostmarkAccountClient.class).servers().list(ServerQuery.create());
			assertThat(this.postmark.received().get(0).headers()).containsEntry("X-Postmark-Server-Token", SERVER_TOKEN)
				.doesNotContainKey("X-Postmark-Account-Token");
			assertThat(this.postmark.received().get(1).headers())
				.containsEntry("X-Postmark-Account-Token", ACCOUNT_TOKEN)
				.doesNotContainKey("X-Postmark-Server-Token");
		});
	}

	@Test
	void theApplicationsOwnSenderReplacesOursOnly() {
		this.configured.withUserConfiguration(OwnSender.class)
			.run((context) -> assertThat(context).hasSingleBean(PostmarkSender.class)
				.hasBean("ownSender")
				.hasSingleBean(PostmarkServerClient.class));
	}

	@Test
	void theApplicationsOwnServerClientReplacesOursOnly() {
		this.configured.withBean("own", PostmarkServerClient.class, () -> FACTORY.serverClient(() -> "own"))
			.run((context) -> assertThat(context).hasSingleBean(PostmarkServerClient.class)
				.hasBean("own")
				.hasSingleBean(PostmarkSender.class));
	}

	@Test
	void theApplicationsOwnAccountClientReplacesOurs() {
		this.configured.withPropertyValues("postmark.account-token=" + ACCOUNT_TOKEN)
			.withBean("own", PostmarkAccountClient.class, () -> FACTORY.accountClient(() -> "own"))
			.run((context) -> assertThat(context).hasSingleBean(PostmarkAccountClient.class).hasBean("own"));
	}

	@Test
	void theApplicationsOwnFactoryIsUsed() {
		this.configured
			.withBean(PostmarkClientFactory.class,
					() -> PostmarkClientFactory.create(this.postmark.baseUrl(),
							RestClient.builder().defaultHeader("X-Own", "yes")))
			.run((context) -> {
				context.getBean(PostmarkSender.class).send(email());
				assertThat(this.postmark.only().headers()).containsEntry("X-Own", "yes");
			});
	}

	@Test
	void theApplicationsOwnConnectionDetailsAreTheOneSourceOfUrlAndTokens() {
		this.runner
			.withPropertyValues("postmark.server-token=not-this-one", "postmark.base-url=https://not-there.example",
					"postmark.account-token=neither-this")
			.withBean(PostmarkConnectionDetails.class, () -> new Details(this.postmark.baseUrl(), "own-token", null))
			.run((context) -> {
				context.getBean(PostmarkSender.class).send(email());
				assertThat(this.postmark.only().headers()).containsEntry("X-Postmark-Server-Token", "own-token");
				assertThat(context.getBeanProvider(PostmarkServerClient.class).getIfAvailable()).isNotNull();
				assertThat(context.getBeanProvider(PostmarkAccountClient.class).getIfAvailable()).isNull();
			});
	}

	@Test
	void theApplicationsOwnConnectionDetailsCanBeForAnAccountOnly() {
		this.runner
			.withBean(PostmarkConnectionDetails.class, () -> new Details(this.postmark.baseUrl(), null, "own-token"))
			.run((context) -> {
				assertThat(context.getBeanProvider(PostmarkSender.class).getIfAvailable()).isNull();
				assertThat(context.getBeanProvider(PostmarkAccountClient.class).getIfAvailable()).isNotNull();
			});
	}

	@Test
	void aTokenThatConnectionDetailsNoLongerHaveIsNotReplacedByNothing() {
		Details details = new Details(this.postmark.baseUrl(), "own-token", null);
		this.runner.withBean(PostmarkConnectionDetails.class, () -> details).run((context) -> {
			PostmarkSender sender = context.getBean(PostmarkSender.class);
			details.serverToken = null;
			assertThatExceptionOfType(InvalidTokenException.class).isThrownBy(() -> sender.send(email()))
				.havingCause()
				.withMessageContaining("no token for the server 'default'");
			assertThat(this.postmark.received()).isEmpty();
		});
	}

	@Test
	void defaultsAreUsedWhereAMessageIsSilent() {
		this.configured
			.withPropertyValues("postmark.defaults.from=Shop <orders@shop.example>",
					"postmark.defaults.reply-to=a@shop.example,B <b@shop.example>",
					"postmark.defaults.message-stream=receipts", "postmark.defaults.tag=shop",
					"postmark.defaults.track-opens=true", "postmark.defaults.track-links=html-and-text",
					"postmark.defaults.headers.X-App=shop", "postmark.defaults.metadata.app=shop")
			.run((context) -> {
				context.getBean(PostmarkSender.class)
					.send(Email.builder().to("ann@mail.example").textBody("Hi").build());
				assertThat(json()).isEqualTo(JsonMapper.shared().readTree("""
						{ "From": "Shop <orders@shop.example>", "To": "ann@mail.example", "TextBody": "Hi",
						  "ReplyTo": "a@shop.example, B <b@shop.example>", "MessageStream": "receipts", "Tag": "shop",
						  "TrackOpens": true, "TrackLinks": "HtmlAndText",
						  "Headers": [ { "Name": "X-App", "Value": "shop" } ], "Metadata": { "app": "shop" } }
						"""));
			});
	}

	@Test
	void manyMessagesAreCutAsConfigured() {
		this.configured
			.withPropertyValues("postmark.batch.max-messages=2", "postmark.batch.max-bytes=1MB",
					"postmark.batch.concurrency=1")
			.run((context) -> {
				this.postmark.answer(200,
						"[{\"MessageID\":\"m1\",\"ErrorCode\":0},{\"MessageID\":\"m2\",\"ErrorCode\":0}]");
				BatchResult result = context.getBean(PostmarkSender.class)
					.sendAll(List.of(email(), email(), email(), email()));
				assertThat(result.accepted()).hasSize(4);
				assertThat(this.postmark.received()).hasSize(2);
			});
	}

	@Test
	void trackLinksMayBeWrittenAsPostmarkDoes() {
		this.configured.withPropertyValues("postmark.defaults.track-links=HtmlOnly").run((context) -> {
			context.getBean(PostmarkSender.class).send(email());
			assertThat(json().path("TrackLinks").asString()).isEqualTo("HtmlOnly");
		});
	}

	@Test
	void theJsonDoesNotDependOnTheJsonSettingsOfTheApplication() {
		this.configured
			.withPropertyValues("spring.jackson.property-naming-strategy=SNAKE_CASE",
					"spring.jackson.default-property-inclusion=non_empty",
					"spring.jackson.serialization.wrap-root-value=true")
			.run((context) -> {
				assertThat(context).hasSingleBean(JsonMapper.class);
				context.getBean(PostmarkSender.class)
					.send(TemplatedEmail.builder()
						.from("a@b.example")
						.to("c@d.example")
						.templateAlias("welcome")
						.templateModel(new Model("Ann", ""))
						.build());
				assertThat(json().path("TemplateModel")).isEqualTo(JsonMapper.shared().readTree("""
						{ "firstName": "Ann", "lastName": "" }
						"""));
			});
	}

	@Test
	void theApplicationsCustomizersApply() {
		this.configured.withBean(RestClientCustomizer.class,
				() -> (builder) -> builder.defaultHeader("X-Custom", "yes")
					.baseUrl("https://elsewhere.example")
					.defaultStatusHandler((status) -> true, (request, response) -> {
						throw new IllegalStateException("a handler of the application's");
					}))
			.run((context) -> {
				context.getBean(PostmarkSender.class).send(email());
				assertThat(this.postmark.only().headers()).containsEntry("X-Custom", "yes");
			});
	}

	@Test
	void aMockServerOfTheApplicationsTakesTheCalls() {
		this.runner.withPropertyValues("postmark.server-token=" + SERVER_TOKEN)
			.withBean(MockServerRestClientCustomizer.class)
			.run((context) -> {
				PostmarkSender sender = context.getBean(PostmarkSender.class);
				MockRestServiceServer server = context.getBean(MockServerRestClientCustomizer.class).getServer();
				server.expect(requestTo("https://api.postmarkapp.com/email"))
					.andExpect(header("X-Postmark-Server-Token", SERVER_TOKEN))
					.andRespond(withSuccess("{\"MessageID\":\"m1\",\"ErrorCode\":0}", MediaType.APPLICATION_JSON));
				assertThat(sender.send(email()).messageId()).isEqualTo("m1");
				server.verify();
			});
	}

	@Test
	void theApplicationKeepsItsOwnRequestFactory() {
		this.configured.run((context) -> assertThat(context).hasSingleBean(ClientHttpRequestFactory.class)
			.hasBean("clientHttpRequestFactory"));
	}

	@Test
	void aReactiveApplicationCanSendToo() {
		new ReactiveWebApplicationContextRunner().withConfiguration(AUTO_CONFIGURATIONS)
			.withPropertyValues("postmark.server-token=" + SERVER_TOKEN, "postmark.base-url=" + this.postmark.baseUrl())
			.run((context) -> {
				context.getBean(PostmarkSender.class).send(email());
				assertThat(this.postmark.received()).hasSize(1);
			});
	}

	@Test
	void withoutBootsRestClientAutoConfigurationsItWorksToo() {
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(PostmarkAutoConfiguration.class))
			.withPropertyValues("postmark.server-token=" + SERVER_TOKEN, "postmark.base-url=" + this.postmark.baseUrl())
			.run((context) -> {
				context.getBean(PostmarkSender.class).send(email());
				assertThat(this.postmark.received()).hasSize(1);
			});
	}

	@Test
	void nothingThatIsPrintedShowsAToken() {
		this.configured.withPropertyValues("postmark.account-token=" + ACCOUNT_TOKEN).run((context) -> {
			for (String name : context.getBeanDefinitionNames()) {
				assertThat(context.getBean(name).toString()).as(name)
					.doesNotContain(SERVER_TOKEN)
					.doesNotContain(ACCOUNT_TOKEN);
			}
		});
	}

	private JsonNode json() {
		return JsonMapper.shared().readTree(this.postmark.only().body());
	}

	private static Email email() {
		return Email.builder().from("a@b.example").to("c@d.example").textBody("Hi").build();
	}

	record Model(String firstName, String lastName) {
	}

	static class Details implements PostmarkConnectionDetails {

		private final URI baseUrl;

		private volatile @Nullable String serverToken;

		private final @Nullable String accountToken;

		Details(URI baseUrl, @Nullable String serverToken, @Nullable String accountToken) {
			this.baseUrl = baseUrl;
			this.serverToken = serverToken;
			this.accountToken = accountToken;
		}

		@Override
		public URI baseUrl() {
			return this.baseUrl;
		}

		@Override
		public @Nullable String serverToken() {
			return this.serverToken;
		}

		@Override
		public @Nullable String accountToken() {
			return this.accountToken;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnSender {

		@Bean
		PostmarkSender ownSender() {
			return new PostmarkSender() {

				@Override
				public SendResult send(OutboundMessage message) {
					throw new UnsupportedOperationException();
				}

				@Override
				public Optional<SendResult> findSent(String reconciliationKey, @Nullable String messageStream) {
					throw new UnsupportedOperationException();
				}

				@Override
				public CompletableFuture<SendResult> sendAsync(OutboundMessage message) {
					throw new UnsupportedOperationException();
				}

				@Override
				public CompletionStage<SendResult> sendAfterCommit(OutboundMessage message) {
					throw new UnsupportedOperationException();
				}

				@Override
				public BatchResult sendAll(Iterable<? extends OutboundMessage> messages) {
					throw new UnsupportedOperationException();
				}

				@Override
				public void sendAll(Iterable<? extends OutboundMessage> messages, Consumer<? super BatchItem> results) {
					throw new UnsupportedOperationException();
				}

			};
		}

	}

}
