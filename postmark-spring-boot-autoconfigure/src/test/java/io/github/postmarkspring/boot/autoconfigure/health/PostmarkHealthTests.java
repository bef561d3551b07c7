package io.github.postmarkspring.boot.autoconfigure.health;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import io.github.postmarkspring.boot.autoconfigure.PostmarkConnectionDetails;
import io.github.postmarkspring.client.PostmarkClientFactory;
import io.github.postmarkspring.client.StubPostmark;
import io.github.postmarkspring.client.message.Email;
import io.github.postmarkspring.client.message.PostmarkSender;
import io.github.postmarkspring.client.message.SendResult;
import io.github.postmarkspring.emulator.PostmarkEmulator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What is found out about the tokens, over real sockets.
 */
class PostmarkHealthTests {

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

	@Test
	void everyServerAndTheAccountAreUpWithWhatOperatorsLookFor() {
		Instant before = Instant.now().minusMillis(1);
		withEmulator("postmark.server-token=s3cr3t-server", "postmark.servers.newsletter.token=s3cr3t-newsletter",
				"postmark.account-token=s3cr3t-account")
			.run((context) -> {
				Health server = Contributors.checked(context, "default");
				assertThat(server.getStatus()).isEqualTo(Status.UP);
				assertThat(server.getDetails()).containsEntry("id", 1L)
					.containsEntry("deliveryType", "Live")
					.containsEntry("tokenFingerprint", "82ab33ac")
					.containsKeys("name", "latencyMillis");
				assertThat((Instant) server.getDetails().get("lastChecked")).isBetween(before, Instant.now());
				Health newsletter = Contributors.checked(context, "newsletter");
				assertThat(newsletter.getStatus()).isEqualTo(Status.UP);
				assertThat(newsletter.getDetails()).containsEntry("id", 2L).containsEntry("name", "newsletter");
				Health account = Contributors.checked(context, "account");
				assertThat(account.getStatus()).isEqualTo(Status.UP);
				assertThat(account.getDetails()).containsOnlyKeys("tokenFingerprint", "lastChecked", "latencyMillis");
				assertThat(context.getBean(PostmarkHealthContributor.class).stream().map((entry) -> entry.name()))
					.containsExactly("default", "newsletter", "account");
				assertThat(server + " " + newsletter + " " + account).doesNotContain("s3cr3t");
			});
	}

	@Test
	void aSandboxServerIsToldFromALiveOne() {
		this.stub.answer(200, "{\"ID\":7,\"Name\":\"Try\",\"ApiTokens\":[\"s3cr3t\"],\"DeliveryType\":\"Sandbox\","
				+ "\"ServerLink\":\"https://postmarkapp.com/servers/7/streams\"}");
		withStub().run((context) -> assertThat(Contributors.checked(context, "default").getDetails())
			.containsEntry("deliveryType", "Sandbox")
			.containsEntry("name", "Try")
			.doesNotContainKey("emulator")
			.doesNotContainValue("s3cr3t"));
		assertThat(this.stub.only().line()).startsWith("GET /server ");
		assertThat(this.stub.only().headers()).containsEntry("X-Postmark-Server-Token", "token");
	}

	@Test
	void theAccountIsAskedForAsLittleAsCanBe() {
		this.stub.answer(200, "{\"TotalCount\":0,\"Servers\":[]}");
		Contributors.runner()
			.withPropertyValues("postmark.base-url=" + this.stub.baseUrl(), "postmark.account-token=s3cr3t")
			.run((context) -> assertThat(Contributors.checked(context, "account").getStatus()).isEqualTo(Status.UP));
		assertThat(this.stub.only().line()).startsWith("GET /servers?count=1&offset=0 ");
		assertThat(this.stub.only().headers()).containsEntry("X-Postmark-Account-Token", "s3cr3t");
	}

	@Test
	void whatAServerSaysOfItselfCannotWriteALogOrAPage() {
		this.stub.answer(200, "{\"ID\":7,\"Name\":\"a\\nb" + "c".repeat(500) + "\",\"DeliveryType\":\"Li\\u0000ve\","
				+ "\"ServerLink\":\"" + this.stub.baseUrl() + "/\\u001b" + "d".repeat(500) + "\"}");
		withStub().run((context) -> {
			Map<String, Object> details = Contributors.checked(context, "default").getDetails();
			assertThat((String) details.get("name")).startsWith("a bc").hasSizeLessThan(110);
			assertThat(details).containsEntry("deliveryType", "Li?ve");
			assertThat((String) details.get("emulator")).startsWith(this.stub.baseUrl() + "/?dd").hasSizeLessThan(210);
		});
	}

	@Test
	void itIsSaidHowLongPostmarkTook() {
		this.stub.answer(200, "{\"ID\":7}");
		this.stub.holdAnswers();
		withStub("postmark.health.timeout=60s").run((context) -> {
			long start = System.nanoTime();
			Contributors.health(context, "default");
			await().until(() -> this.stub.received().size() == 1);
			long asked = System.nanoTime();
			await().until(() -> System.nanoTime() - asked > 50_000_000);
			this.stub.releaseAnswers();
			Health health = Contributors.checked(context, "default");
			assertThat((Long) health.getDetails().get("latencyMillis")).isBetween(50L,
					(System.nanoTime() - start) / 1_000_000);
		});
	}

	@Test
	void theFirstAnswerIsThatNothingIsKnownAndNothingWasAskedBeforeIt() {
		this.stub.hang();
		withStub().run((context) -> {
			assertThat(this.stub.connectionCount()).isZero();
			Health first = Contributors.health(context, "default");
			assertThat(first.getStatus()).isEqualTo(Status.UNKNOWN);
			assertThat(first.getDetails()).containsOnly(Map.entry("reason", "not checked yet"));
			await().until(() -> this.stub.received().size() == 1);
		});
	}

	@Test
	void aTokenThatPostmarkDoesNotKnowIsDown() {
		withEmulator("postmark.server-token=s3cr3t-of-yesterday")
			.run((context) -> assertDown(Contributors.checked(context, "default"), "reason", "token refused",
					"tokenFingerprint", "c8ac0ee9"));
	}

	@Test
	void anAccountTokenInThePlaceOfAServersIsToldFromAWrongOne() {
		withEmulator("postmark.server-token=s3cr3t-account")
			.run((context) -> assertDown(Contributors.checked(context, "default"), "reason",
					"wrong kind of token: it is an account's"));
	}

	@Test
	void aServerTokenInThePlaceOfTheAccountsIsToldFromAWrongOne() {
		withEmulator("postmark.account-token=s3cr3t-server")
			.run((context) -> assertDown(Contributors.checked(context, "account"), "reason",
					"wrong kind of token: it is a server's"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "jdk", "http-components" })
	void aPostmarkThatCannotBeReachedIsDown(String engine) {
		this.stub.close();
		withStub("spring.http.clients.imperative.factory=" + engine).run((context) -> {
			Health health = Contributors.checked(context, "default");
			assertDown(health, "reason", "unreachable", "tokenFingerprint", "3c469e9d");
			assertThat((String) health.getDetails().get("error")).startsWith("No answer from Postmark: ");
		});
	}

	@Test
	void somethingElseThatAnswersIsNoPostmark() {
		this.stub.answer(302, "", "Location: http://portal.example/login");
		withStub().run((context) -> assertDown(Contributors.checked(context, "default"), "reason", "unreachable"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';',
			value = { "429; {}; rate limited", "503; {\"ErrorCode\":100,\"Message\":\"Maintenance\"}; maintenance" })
	void whatPassesByItselfIsDegradedAndNotDown(int status, String body, String reason) {
		this.stub.answer(status, body);
		withStub().run((context) -> {
			Health health = Contributors.checked(context, "default");
			assertThat(health.getStatus()).isEqualTo(new Status("DEGRADED"));
			assertThat(health.getDetails()).containsEntry("reason", reason)
				.containsEntry("tokenFingerprint", "3c469e9d");
		});
		assertThat(this.stub.received()).as("it is asked once, whatever 'postmark.retry' says").hasSize(1);
	}

	@Test
	void aPostmarkThatFailsIsDownWithItsCodeAndWithoutItsWords() {
		this.stub.answer(500, "{\"ErrorCode\":101,\"Message\":\"Kim <kim@mail.example>\"}");
		withStub().run((context) -> {
			Health health = Contributors.checked(context, "default");
			assertDown(health, "reason", "failed", "errorCode", 101, "httpStatus", 500);
			assertThat(health.toString()).doesNotContain("kim");
		});
		assertThat(this.stub.received()).hasSize(1);
	}

	@Test
	void theTestTokenIsRecognizedAndNothingIsAsked() {
		withStub("postmark.server-token=POSTMARK_API_TEST").run((context) -> {
			Health health = Contributors.checked(context, "default");
			assertThat(health.getStatus()).isEqualTo(Status.UNKNOWN);
			assertThat((String) health.getDetails().get("reason")).startsWith("test token");
		});
		assertThat(this.stub.connectionCount()).isZero();
	}

	@Test
	void anEmulatorIsRecognizedWhetherItIsEmbeddedOrNot() {
		Contributors.runner().withPropertyValues("postmark.emulator.port=0").run((context) -> {
			PostmarkEmulator embedded = context.getBean(PostmarkEmulator.class);
			assertThat(Contributors.checked(context, "default").getDetails().get("emulator")).asString()
				.startsWith(embedded.mailboxUrl().toString());
			assertThat(Contributors.checked(context, "account").getStatus()).isEqualTo(Status.UP);
		});
		withEmulator("postmark.server-token=s3cr3t-server")
			.run((context) -> assertThat(Contributors.checked(context, "default").getDetails().get("emulator"))
				.asString()
				.startsWith(this.postmark.mailboxUrl().toString()));
	}

	@Test
	void anAnswerIsKeptForTheTimeThatIsSet() {
		this.stub.answer(200, "{\"ID\":7}");
		withStub("postmark.health.cache-time=1h").run((context) -> {
			Health first = Contributors.checked(context, "default");
			for (int i = 0; i < 100; i++) {
				assertThat(Contributors.health(context, "default")).isSameAs(first);
			}
		});
		assertThat(this.stub.received()).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "jdk", "http-components" })
	void whatChangesIsNoticedThoughTheServerClosesTheConnectionEachTime(String engine) {
		withStub("postmark.health.cache-time=1ms", "spring.http.clients.imperative.factory=" + engine)
			.run((context) -> {
				String body = "{\"ID\":7}";
				this.stub.answerRaw("HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
				for (int i = 1; i <= 5; i++) {
					int checks = i;
					await().untilAsserted(() -> {
						assertThat(Contributors.checked(context, "default").getStatus()).isEqualTo(Status.UP);
						assertThat(this.stub.received()).hasSizeGreaterThanOrEqualTo(checks);
					});
				}
				this.stub.answer(429, "{}");
				await().until(() -> Contributors.health(context, "default").getStatus().equals(HealthProbe.DEGRADED));
				this.stub.answer(200, body);
				await().until(() -> Contributors.health(context, "default").getStatus().equals(Status.UP));
			});
	}

	@Test
	void requestsOfMailThatTakeEveryPlaceDoNotKeepHealthFromAsking() {
		this.stub.hang();
		this.stub.answerEach((request) -> request.line().startsWith("GET") ? "{\"ID\":7}" : null);
		withStub("postmark.http.max-requests=1", "postmark.http.max-wait=0s").run((context) -> {
			PostmarkSender sender = context.getBean(PostmarkSender.class);
			CompletableFuture<SendResult> sending = sender
				.sendAsync(Email.builder().from("a@b.example").to("c@d.example").textBody("Hi").build());
			await().until(() -> this.stub.received().size() == 1);
			assertThat(Contributors.checked(context, "default").getStatus()).isEqualTo(Status.UP);
			assertThat(sending).isNotDone();
			this.stub.close();
		});
	}

	@Test
	void aTokenThatIsRotatedIsReadAfreshAsItIsForMail() {
		this.stub.answer(200, "{\"ID\":7}");
		this.stub.refuse("old");
		withStub().withBean(PostmarkConnectionDetails.class, RotatedDetails::new).run((context) -> {
			Health health = Contributors.checked(context, "default");
			assertThat(health.getStatus()).isEqualTo(Status.UP);
			assertThat(health.getDetails()).containsEntry("tokenFingerprint", LiveToken.fingerprint("new"));
		});
	}

	@Test
	void connectionDetailsThatHaveNoTokenAnyMoreAreDown() {
		RotatedDetails details = new RotatedDetails();
		this.stub.answer(200, "{\"ID\":7}");
		withStub("postmark.health.cache-time=1ms").withBean(PostmarkConnectionDetails.class, () -> details)
			.run((context) -> {
				Contributors.checked(context, "default");
				details.token = null;
				await().untilAsserted(() -> assertDown(Contributors.health(context, "default"), "reason", "no token"));
				assertThat(Contributors.health(context, "default").getDetails()).doesNotContainKey("tokenFingerprint");
			});
	}

	@Test
	void connectionDetailsThatFailAreDownAndNotQuoted() {
		RotatedDetails details = new RotatedDetails();
		withStub("postmark.health.cache-time=1ms").withBean(PostmarkConnectionDetails.class, () -> details)
			.run((context) -> {
				Contributors.checked(context, "default");
				details.fails = true;
				await().untilAsserted(() -> assertDown(Contributors.health(context, "default"), "reason",
						"token not read", "error", "java.lang.IllegalStateException"));
			});
	}

	@Test
	void theFactoryOfAnApplicationIsAskedInsteadOfOurs() {
		withEmulator("postmark.server-token=s3cr3t-server", "postmark.base-url=http://127.0.0.1:1")
			.withBean(PostmarkClientFactory.class,
					() -> PostmarkClientFactory.create(this.postmark.baseUrl(), RestClient.builder()))
			.run((context) -> assertThat(Contributors.checked(context, "default").getStatus()).isEqualTo(Status.UP));
	}

	@Test
	void aServerMayBeCalledAsTheAccountIs() {
		withEmulator("postmark.servers.account.token=s3cr3t-server", "postmark.account-token=s3cr3t-account")
			.run((context) -> {
				assertThat(Contributors.checked(context, "account").getDetails()).containsKey("id");
				assertThat(Contributors.checked(context, "account-token").getDetails()).doesNotContainKey("id");
			});
	}

	@Test
	void noServerIsLostThoughAllNamesOfTheAccountAreTaken() {
		withEmulator("postmark.servers.account.token=s3cr3t-server",
				"postmark.servers.account-token.token=s3cr3t-newsletter", "postmark.account-token=s3cr3t-account")
			.run((context) -> {
				assertThat(Contributors.checked(context, "account").getDetails()).containsEntry("id", 1L);
				assertThat(Contributors.checked(context, "account-token").getDetails()).containsEntry("id", 2L);
				assertThat(Contributors.checked(context, "account-token-token").getDetails()).doesNotContainKey("id");
			});
	}

	@Test
	void anEmulatorIsRecognizedBehindAUrlThatEndsWithASlash() {
		withEmulator("postmark.server-token=s3cr3t-server", "postmark.base-url=" + this.postmark.baseUrl() + "/").run(
				(context) -> assertThat(Contributors.checked(context, "default").getDetails()).containsKey("emulator"));
	}

	@Test
	void aTokenThatIsRefusedIsSoThoughPostmarkFailsWhenItIsAskedForTheOtherKind() {
		this.stub.answerEach((request) -> {
			if (request.line().startsWith("GET /server ")) {
				this.stub.answer(401, "{\"ErrorCode\":10,\"Message\":\"No valid token\"}");
			}
			else {
				this.stub.answer(500, "");
			}
			return null;
		});
		withStub().run((context) -> assertDown(Contributors.checked(context, "default"), "reason", "token refused"));
		assertThat(this.stub.received()).hasSize(2);
	}

	@Test
	void connectionDetailsThatFailAfterARefusalAreSaidBesideIt() {
		RotatedDetails details = new RotatedDetails();
		details.failsAfterRefusal = true;
		this.stub.refuse("old");
		withStub().withBean(PostmarkConnectionDetails.class, () -> details)
			.run((context) -> assertDown(Contributors.checked(context, "default"), "reason",
					"token refused, and not read again", "tokenFingerprint", LiveToken.fingerprint("old")));
	}

	@Test
	void aTokenThatCannotBeHadForALackOfAClassIsDownAndNotQuoted() {
		RotatedDetails details = new RotatedDetails();
		this.stub.answer(200, "{\"ID\":7}");
		withStub("postmark.health.cache-time=1ms").withBean(PostmarkConnectionDetails.class, () -> details)
			.run((context) -> {
				assertThat(Contributors.checked(context, "default").getStatus()).isEqualTo(Status.UP);
				details.lacksAClass = true;
				await().untilAsserted(() -> assertDown(Contributors.health(context, "default"), "reason",
						"token not read", "error", "java.lang.NoClassDefFoundError"));
			});
	}

	@Test
	void whoAsksWhileTheApplicationEndsGetsAnAnswer() {
		this.stub.answer(200, "{\"ID\":7}");
		withStub("postmark.health.cache-time=1ms").run((context) -> {
			Contributors.checked(context, "default");
			context.getBean(PostmarkHealthContributor.class).destroy();
			for (int i = 0; i < 3; i++) {
				assertThat(Contributors.health(context, "default").getDetails()).containsKey("lastChecked");
				long asked = System.nanoTime();
				await().until(() -> System.nanoTime() - asked > 2_000_000);
			}
		});
	}

	private static void assertDown(Health health, Object... details) {
		assertThat(health.getStatus()).isEqualTo(Status.DOWN);
		for (int i = 0; i < details.length; i += 2) {
			assertThat(health.getDetails()).containsEntry((String) details[i], details[i + 1]);
		}
		assertThat(health.toString()).doesNotContain("s3cr3t");
	}

	private ApplicationContextRunner withStub(String... properties) {
		return Contributors.runner()
			.withPropertyValues("postmark.server-token=token", "postmark.base-url=" + this.stub.baseUrl(),
					"postmark.retry.delay=1ms")
			.withPropertyValues(properties);
	}

	private ApplicationContextRunner withEmulator(String... properties) {
		return Contributors.runner()
			.withPropertyValues("postmark.base-url=" + this.postmark.baseUrl())
			.withPropertyValues(properties);
	}

	private final class RotatedDetails implements PostmarkConnectionDetails {

		private volatile @Nullable String token = "old";

		private volatile boolean fails;

		private volatile boolean failsAfterRefusal;

		private volatile boolean lacksAClass;

		@Override
		public URI baseUrl() {
			return PostmarkHealthTests.this.stub.baseUrl();
		}

		@Override
		public @Nullable String serverToken() {
			if (this.fails) {
				throw new IllegalStateException("s3cr3t");
			}
			if (this.lacksAClass) {
				throw new NoClassDefFoundError("s3cr3t");
			}
			return this.token;
		}

		@Override
		public @Nullable String accountToken() {
			return null;
		}

		@Override
		public void refused(String token) {
			this.token = "new";
			this.fails = this.failsAfterRefusal;
		}

	}

}
