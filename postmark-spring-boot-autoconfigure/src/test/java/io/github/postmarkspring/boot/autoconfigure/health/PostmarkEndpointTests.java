package io.github.postmarkspring.boot.autoconfigure.health;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.postmarkspring.boot.autoconfigure.PostmarkAutoConfiguration;
import io.github.postmarkspring.boot.autoconfigure.PostmarkConnectionDetails;
import io.github.postmarkspring.client.PostmarkClientFactory;
import io.github.postmarkspring.client.PostmarkServerClient;
import io.github.postmarkspring.client.StubPostmark;
import io.github.postmarkspring.client.suppression.SuppressionRequest;
import io.github.postmarkspring.emulator.PostmarkEmulator;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.imperative.ImperativeHttpClientAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What {@code /actuator/postmark} shows.
 */
class PostmarkEndpointTests {

	private final StubPostmark stub = new StubPostmark();

	private final PostmarkEmulator postmark = PostmarkEmulator.builder()
		.serverToken("s3cr3t-server")
		.server("newsletter", "s3cr3t-newsletter")
		.accountToken("s3cr3t-account")
		.start();

	@AfterEach
	void stop() {
		this.stub.close();
		this.postmark.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "management.endpoints.web.exposure.include=health,info",
			"management.endpoint.postmark.access=NONE", "postmark.enabled=false" })
	void itIsNotThereUnlessItIsAskedFor(String property) {
		runner().withPropertyValues(property)
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(PostmarkEndpoint.class));
	}

	@ParameterizedTest
	@ValueSource(strings = { "org.springframework.boot.actuate", "org.springframework.boot.health" })
	void withoutActuatorThereIsNone(String missing) {
		new ApplicationContextRunner().withUserConfiguration(Application.class)
			.withClassLoader(new FilteredClassLoader(missing))
			.withPropertyValues("postmark.server-token=token", "management.endpoints.web.exposure.include=*")
			.run((context) -> assertThat(context).hasNotFailed()
				.hasBean("postmarkSender")
				.doesNotHaveBean("postmarkEndpoint"));
	}

	@Test
	void thePlainReadShowsWhatIsConfiguredAndAsksPostmarkForNothing() {
		this.stub.hang();
		runner()
			.withPropertyValues("management.endpoint.postmark.show-values=always",
					"postmark.base-url=" + this.stub.baseUrl(), "postmark.server-token=s3cr3t-server",
					"postmark.servers.newsletter.token=s3cr3t-newsletter",
					"postmark.servers.newsletter.defaults.message-stream=broadcast",
					"postmark.account-token=s3cr3t-account")
			.run((context) -> {
				Map<String, Object> answer = context.getBean(PostmarkEndpoint.class).postmark();
				assertThat(answer.toString())
					.isEqualTo("{account={tokenFingerprint=" + LiveToken.fingerprint("s3cr3t-account")
							+ "}, servers={default={tokenFingerprint=" + LiveToken.fingerprint("s3cr3t-server")
							+ ", messageStream=outbound}, newsletter={tokenFingerprint="
							+ LiveToken.fingerprint("s3cr3t-newsletter") + ", messageStream=broadcast}}}");
			});
		assertThat(this.stub.connectionCount()).isZero();
	}

	@Test
	void theStreamThatAllServersShareIsSaid() {
		runner().withPropertyValues("postmark.server-token=token", "postmark.defaults.message-stream=receipts")
			.run((context) -> assertThat(context.getBean(PostmarkEndpoint.class).postmark().toString())
				.contains("messageStream=receipts"));
	}

	@Test
	void valuesAreHiddenAsThoseOfOtherEndpointsAre() {
		runner()
			.withPropertyValues("postmark.server-token=s3cr3t-server", "postmark.account-token=s3cr3t-account",
					"postmark.base-url=" + this.postmark.baseUrl())
			.run((context) -> {
				PostmarkEndpoint endpoint = context.getBean(PostmarkEndpoint.class);
				assertThat(endpoint.postmark().toString()).contains("account={tokenFingerprint=******}",
						"default={tokenFingerprint=******, ");
				assertThat(endpoint.server("default")).containsEntry("tokenFingerprint", "******")
					.containsEntry("id", "******")
					.containsEntry("name", "******")
					.containsEntry("deliveryType", "Live");
			});
	}

	@Test
	void aFunctionOfTheApplicationHidesWhatItLikes() {
		runner()
			.withPropertyValues("management.endpoint.postmark.show-values=always",
					"postmark.server-token=s3cr3t-server", "postmark.base-url=" + this.postmark.baseUrl())
			.withBean(SanitizingFunction.class,
					() -> (data) -> data.getKey().equals("postmark.servers.default.name") ? data.withSanitizedValue()
							: data)
			.run((context) -> assertThat(context.getBean(PostmarkEndpoint.class).server("default"))
				.containsEntry("name", "******")
				.containsEntry("id", 1L));
	}

	@Test
	void oneServerIsAskedForOnDemandWithStreamsStatisticsAndCountsOfSuppressions() {
		PostmarkServerClient client = PostmarkClientFactory.create(this.postmark.baseUrl(), RestClient.builder())
			.serverClient(() -> "s3cr3t-newsletter");
		client.suppressions().create("broadcast", SuppressionRequest.of("kim@mail.example", "ann@mail.example"));
		runner().withPropertyValues("management.endpoint.postmark.show-values=always",
				"postmark.base-url=" + this.postmark.baseUrl(), "postmark.servers.newsletter.token=s3cr3t-newsletter",
				"postmark.servers.newsletter.defaults.message-stream=broadcast")
			.run((context) -> {
				Map<String, Object> answer = context.getBean(PostmarkEndpoint.class).server("newsletter");
				assertThat(answer).containsEntry("status", "UP")
					.containsEntry("id", 2L)
					.containsEntry("name", "newsletter")
					.containsEntry("messageStream", "broadcast")
					.containsEntry("tokenFingerprint", LiveToken.fingerprint("s3cr3t-newsletter"));
				assertThat(answer.get("streams")).asInstanceOf(InstanceOfAssertFactories.LIST)
					.contains(
							Map.of("id", "broadcast", "type", "Broadcasts", "suppressions",
									Map.of("ManualSuppression", 2)),
							Map.of("id", "outbound", "type", "Transactional", "suppressions", Map.of()),
							Map.of("id", "inbound", "type", "Inbound"));
				assertThat(answer.get("deliveryStats").toString()).contains("inactiveMails=", "bounces={");
				assertThat(answer.toString()).doesNotContain("@mail.example", "s3cr3t");
			});
	}

	@Test
	void aServerThatIsNotConfiguredAndTheAccountAreNotFound() {
		runner().withPropertyValues("postmark.server-token=token", "postmark.account-token=other").run((context) -> {
			assertThat(context.getBean(PostmarkEndpoint.class).server("nobody")).isNull();
			assertThat(context.getBean(PostmarkEndpoint.class).server("account")).isNull();
		});
	}

	@Test
	void whatCannotBeHadIsSaidWithItsReasonOnce() {
		this.stub.answerEach((request) -> request.line().startsWith("GET /server ")
				? "{\"ID\":7,\"Name\":\"Shop\",\"DeliveryType\":\"Live\"}" : null);
		this.stub.answer(503, "{\"ErrorCode\":100,\"Message\":\"kim@mail.example\"}");
		runner()
			.withPropertyValues("postmark.server-token=token", "postmark.base-url=" + this.stub.baseUrl(),
					"postmark.retry.delay=1ms")
			.run((context) -> {
				Map<String, Object> answer = context.getBean(PostmarkEndpoint.class).server("default");
				assertThat(answer).containsEntry("status", "UP")
					.containsEntry("error", Map.of("reason", "maintenance"));
				assertThat(answer.toString()).doesNotContain("kim");
			});
		assertThat(this.stub.received()).hasSize(2);
	}

	@Test
	void aTokenThatIsRefusedIsSaid() {
		runner()
			.withPropertyValues("postmark.server-token=s3cr3t-account", "postmark.base-url=" + this.postmark.baseUrl())
			.run((context) -> assertThat(context.getBean(PostmarkEndpoint.class).server("default"))
				.containsEntry("status", "DOWN")
				.containsEntry("reason", "wrong kind of token: it is an account's")
				.doesNotContainKeys("streams", "error"));
	}

	@Test
	void hostileWordsAreBoundedAndHarmless() {
		this.stub.answerEach((request) -> switch (request.line().split("[ ?]")[1]) {
			case "/server" -> "{\"ID\":7}";
			case "/deliverystats" -> "{\"InactiveMails\":1,\"Bounces\":[" + "{\"Name\":\"a\\nb\",\"Count\":3},"
					+ IntStream.range(0, 500)
						.mapToObj((i) -> "{\"Type\":\"T" + i + "\",\"Count\":1}")
						.collect(Collectors.joining(","))
					+ "]}";
			case "/message-streams" ->
				"{\"TotalCount\":1,\"MessageStreams\":[{\"ID\":\"i\\nn\",\"MessageStreamType\":\"Inbound\"}]}";
			default -> null;
		});
		runner().withPropertyValues("postmark.server-token=token", "postmark.base-url=" + this.stub.baseUrl())
			.run((context) -> {
				Map<String, Object> answer = context.getBean(PostmarkEndpoint.class).server("default");
				@SuppressWarnings("unchecked")
				Map<String, Integer> bounces = (Map<String, Integer>) ((Map<String, Object>) answer
					.get("deliveryStats")).get("bounces");
				assertThat(bounces).hasSize(101).containsEntry("a b", 3).containsEntry("Others", 401);
				assertThat(answer.get("streams")).isEqualTo(List.of(Map.of("id", "i n", "type", "Inbound")));
			});
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"Name\":\"x\"}", "{\"ID\":\"\"}", "{\"ID\":\"..\"}" })
	void aStreamWithoutAUsableIdEndsTheAnswerAndIsSaid(String stream) {
		this.stub.answerEach((request) -> switch (path(request)) {
			case "/server" -> "{\"ID\":7}";
			case "/message-streams" -> "{\"TotalCount\":1,\"MessageStreams\":[{\"ID\":\"outbound\"}," + stream + "]}";
			default -> "{}";
		});
		withStub().run((context) -> assertThat(context.getBean(PostmarkEndpoint.class).server("default"))
			.containsEntry("status", "UP")
			.containsEntry("error", Map.of("reason", "failed", "error", "java.lang.IllegalArgumentException"))
			.hasEntrySatisfying("streams", (streams) -> assertThat(streams.toString()).startsWith("[{id=outbound, ")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "jdk", "http-components" })
	void readersOfTwoServersAtTheSameTimeDoNotWaitForEachOther(String engine) {
		this.stub.answerEach(PostmarkEndpointTests::answer);
		this.stub.holdAnswers();
		withStub("postmark.servers.newsletter.token=other", "spring.http.clients.imperative.factory=" + engine)
			.run((context) -> {
				PostmarkEndpoint endpoint = context.getBean(PostmarkEndpoint.class);
				CompletableFuture<Map<String, Object>> one = read(endpoint, "default");
				CompletableFuture<Map<String, Object>> other = read(endpoint, "newsletter");
				await().until(() -> this.stub.received().size() == 2);
				this.stub.releaseAnswers();
				assertThat(one.join()).containsEntry("status", "UP").doesNotContainKey("error");
				assertThat(other.join()).containsEntry("status", "UP").doesNotContainKey("error");
			});
	}

	@Test
	void readersOfOneServerAtTheSameTimeShareAnAnswer() {
		this.stub.answerEach(PostmarkEndpointTests::answer);
		this.stub.holdAnswers();
		withStub().run((context) -> {
			PostmarkEndpoint endpoint = context.getBean(PostmarkEndpoint.class);
			List<Thread> readers = new CopyOnWriteArrayList<>();
			List<CompletableFuture<Map<String, Object>>> answers = IntStream.range(0, 6)
				.mapToObj((i) -> CompletableFuture.supplyAsync(() -> endpoint.server("default"), (task) -> {
					Thread reader = new Thread(task);
					readers.add(reader);
					reader.start();
				}))
				.toList();
			// The one who asks waits for a socket.
			await().until(() -> this.stub.received().size() == 1
					&& readers.stream().filter((reader) -> reader.getState() == Thread.State.WAITING).count() >= 5);
			this.stub.releaseAnswers();
			assertThat(answers).allSatisfy((answer) -> assertThat(answer.join()).containsEntry("status", "UP"));
			assertThat(this.stub.received()).hasSize(4);
		});
	}

	@Test
	void anAnswerOfPostmarksIsKeptAsLongAsIsSetAndNotAtAllOtherwise() {
		this.stub.answerEach(PostmarkEndpointTests::answer);
		withStub("management.endpoint.postmark.cache.time-to-live=1h").run((context) -> {
			for (int i = 0; i < 3; i++) {
				assertThat(context.getBean(PostmarkEndpoint.class).server("default")).containsEntry("status", "UP");
			}
		});
		assertThat(this.stub.received()).hasSize(4);
		withStub().run((context) -> {
			for (int i = 0; i < 3; i++) {
				context.getBean(PostmarkEndpoint.class).server("default");
			}
		});
		assertThat(this.stub.received()).hasSize(4 + 3 * 4);
	}

	@Test
	void anAnswerThatIsKeptIsHiddenFromThoseWhoMayNotSeeIt() {
		this.stub.answerEach(PostmarkEndpointTests::answer);
		withStub("management.endpoint.postmark.cache.time-to-live=1h").run((context) -> {
			PostmarkEndpoint endpoint = context.getBean(PostmarkEndpoint.class);
			assertThat(endpoint.server("default", true)).containsEntry("id", 7L);
			assertThat(endpoint.server("default", false)).containsEntry("id", "******");
		});
	}

	@Test
	void connectionDetailsWithoutAnAccountOrAServerShowNone() {
		withStub("postmark.servers.newsletter.token=other")
			.withBean(PostmarkConnectionDetails.class, PostmarkEndpointTests::details)
			.run((context) -> {
				PostmarkEndpoint endpoint = context.getBean(PostmarkEndpoint.class);
				assertThat(endpoint.server("newsletter")).isNull();
				assertThat(endpoint.postmark()).doesNotContainKey("account")
					.hasEntrySatisfying("servers",
							(servers) -> assertThat(servers).asInstanceOf(InstanceOfAssertFactories.MAP)
								.containsOnlyKeys("default"));
			});
	}

	@Test
	void theMailboxOfTheEmulatorIsThere() {
		runner().withPropertyValues("postmark.emulator.port=0").run((context) -> {
			PostmarkEmulator emulator = context.getBean(PostmarkEmulator.class);
			assertThat(context.getBean(PostmarkEndpoint.class).postmark()).containsEntry("emulator",
					Map.of("mailbox", emulator.mailboxUrl().toString()));
		});
		runner().withPropertyValues("postmark.server-token=token")
			.run((context) -> assertThat(context.getBean(PostmarkEndpoint.class).postmark())
				.doesNotContainKeys("emulator", "webhooks"));
		runner().withPropertyValues("postmark.server-token=token")
			.withClassLoader(new FilteredClassLoader(PostmarkEmulator.class))
			.run((context) -> assertThat(context.getBean(PostmarkEndpoint.class).postmark())
				.doesNotContainKey("emulator"));
	}

	private static PostmarkConnectionDetails details() {
		return new PostmarkConnectionDetails() {

			@Override
			public String serverToken() {
				return "token";
			}

			@Override
			public @Nullable String accountToken() {
				return null;
			}

		};
	}

	private static CompletableFuture<Map<String, Object>> read(PostmarkEndpoint endpoint, String server) {
		return CompletableFuture.supplyAsync(() -> endpoint.server(server), (task) -> new Thread(task).start());
	}

	private static String answer(StubPostmark.Received request) {
		return switch (path(request)) {
			case "/server" -> "{\"ID\":7}";
			case "/message-streams" -> "{\"TotalCount\":1,\"MessageStreams\":[{\"ID\":\"outbound\"}]}";
			default -> "{}";
		};
	}

	private static String path(StubPostmark.Received request) {
		return request.line().split("[ ?]")[1];
	}

	private ApplicationContextRunner withStub(String... properties) {
		return runner().withPropertyValues("postmark.server-token=token", "postmark.base-url=" + this.stub.baseUrl())
			.withPropertyValues(properties);
	}

	private static ApplicationContextRunner runner() {
		return new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(PostmarkAutoConfiguration.class,
					PostmarkEndpointAutoConfiguration.class, ImperativeHttpClientAutoConfiguration.class))
			.withPropertyValues("management.endpoints.web.exposure.include=postmark");
	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ PostmarkAutoConfiguration.class, PostmarkEndpointAutoConfiguration.class })
	static class Application {

	}

}
