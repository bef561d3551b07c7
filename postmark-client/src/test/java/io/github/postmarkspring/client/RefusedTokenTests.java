package io.github.postmarkspring.client;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

import io.github.postmarkspring.client.bulk.BulkEmail;
import io.github.postmarkspring.client.bulk.BulkRecipient;
import io.github.postmarkspring.client.error.AmbiguousSendException;
import io.github.postmarkspring.client.error.InvalidTokenException;
import io.github.postmarkspring.client.error.PostmarkApiException;
import io.github.postmarkspring.client.error.PostmarkTransportException;
import io.github.postmarkspring.client.http.TokenSource;
import io.github.postmarkspring.client.message.Attachment;
import io.github.postmarkspring.client.message.BatchSettings;
import io.github.postmarkspring.client.message.Email;
import io.github.postmarkspring.client.message.EmailAddress;
import io.github.postmarkspring.client.message.MessageDefaults;
import io.github.postmarkspring.client.message.SendResult;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.InputStreamSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * What becomes of calls whose token has been changed at Postmark, on each HTTP engine.
 */
@ParameterizedClass
@EnumSource(Engine.class)
class RefusedTokenTests {

	private static final String OLD = "00000000-aaaa-4bbb-8ccc-00000000001d";

	private static final String NEW = "00000000-aaaa-4bbb-8ccc-000000000002";

	private final StubPostmark postmark = new StubPostmark();

	private final Engine engine;

	private final PostmarkClientFactory factory;

	RefusedTokenTests(Engine engine) {
		this.engine = engine;
		this.factory = PostmarkClientFactory.builder(this.postmark.baseUrl(), engine.builder())
			.retry(Retries.AT_ONCE)
			.build();
		this.postmark.refuse(OLD);
	}

	@AfterEach
	void stop() {
		this.postmark.close();
	}

	@Test
	void aMailGoesOutOnceWithTheTokenThatTookThePlaceOfTheRefusedOne() {
		assertThat(send(changing(NEW)).messageId()).isNotEmpty();
		tokens(OLD, NEW);
		assertThat(this.postmark.received()).extracting(StubPostmark.Received::text).containsOnly("""
				{"From":"a@b.example","To":"c@d.example","TextBody":"Hi"}""");
	}

	@Test
	void aSupplierThatGivesAnotherTokenByThenIsEnough() {
		AtomicInteger asked = new AtomicInteger();
		send(() -> (asked.getAndIncrement() == 0) ? OLD : NEW);
		tokens(OLD, NEW);
	}

	@Test
	void aTokenThatHasNoSuccessorIsNotTriedAgain() {
		InvalidTokenException ex = refused(() -> OLD);
		assertThat(ex.apiMessage()).isEqualTo("No valid token");
		assertThat(ex.mayHaveBeenSent()).isFalse();
		tokens(OLD);
	}

	@Test
	void aSuccessorThatIsRefusedAndHasNoneItselfIsTheLast() {
		this.postmark.refuse(NEW);
		List<String> refused = new ArrayList<>();
		refused(replaced(refused, (token) -> NEW));
		tokens(OLD, NEW);
		assertThat(refused).containsExactly(OLD, NEW);
	}

	@Test
	void aSuccessorThatHasBeenReplacedAlreadyIsNotTheLast() {
		this.postmark.refuse(NEW);
		List<String> refused = new ArrayList<>();
		assertThat(send(replaced(refused, (token) -> token.equals(OLD) ? NEW : "newest")).messageId()).isNotEmpty();
		tokens(OLD, NEW, "newest");
		assertThat(refused).containsExactly(OLD, NEW);
	}

	@Test
	void aSourceThatHasAnotherTokenForEverIsNotAskedForEver() {
		this.postmark.answer(401, "{\"ErrorCode\":10,\"Message\":\"No valid token\"}");
		List<String> refused = new ArrayList<>();
		refused(replaced(refused, (token) -> token + "+"));
		tokens(OLD, OLD + "+", OLD + "++", OLD + "+++");
		assertThat(refused).hasSize(3);
	}

	@Test
	void aSuccessorThatCannotBeSentLeavesTheRefusal() {
		for (String unfit : List.of("", " ", "s3cr3t\n", "s3cr3t\u00e9")) {
			assertThat(refused(changing(unfit)).status()).isNotNull();
		}
		assertThat(this.postmark.received()).hasSize(4);
	}

	@Test
	void aSourceThatFailsAfterTheRefusalIsToldWithIt() {
		InvalidTokenException ex = refused(changing(() -> {
			throw new IllegalStateException("the vault is sealed");
		}));
		assertThat(ex.status()).hasToString("401 UNAUTHORIZED");
		assertThat(ex.getSuppressed()).singleElement()
			.satisfies((suppressed) -> assertThat(suppressed).hasMessage("the vault is sealed"));
		tokens(OLD);
	}

	@Test
	void aSourceThatFailsWithTheTokenInItsWordsIsNotQuoted() {
		InvalidTokenException ex = refused(changing(() -> {
			throw new IllegalStateException("nothing comes after " + OLD);
		}));
		assertThat(Throwables.getStackTrace(ex)).contains("No valid token").doesNotContain(OLD);
	}

	@Test
	void aSourceThatFailsWithTheTokenInACauseIsToldWithoutIt() {
		InvalidTokenException ex = refused(changing(() -> {
			IllegalStateException failure = new IllegalStateException("the vault is sealed",
					new IOException("nothing comes after " + OLD));
			failure.addSuppressed(new IllegalStateException("nor before " + OLD, failure));
			throw failure;
		}));
		assertThat(Throwables.getStackTrace(ex))
			.contains("the vault is sealed", "java.io.IOException: nothing comes after ***")
			.doesNotContain(OLD);
	}

	@Test
	void aSourceThatFailsWithATokenRefusedEarlierIsToldWithoutIt() {
		this.postmark.refuse(NEW);
		InvalidTokenException ex = refused(replaced(new ArrayList<>(), (token) -> {
			if (token.equals(OLD)) {
				return NEW;
			}
			throw new IllegalStateException("neither " + OLD + " nor " + NEW);
		}));
		assertThat(Throwables.getStackTrace(ex)).contains("neither *** nor ***").doesNotContain(OLD, NEW);
	}

	@Test
	void nothingButHttp401IsTriedAgain() {
		this.postmark.answer(422, "{\"ErrorCode\":10,\"Message\":\"No\"}");
		AtomicInteger asked = new AtomicInteger();
		refused(() -> "token-" + asked.incrementAndGet());
		tokens("token-1");
	}

	@Test
	void answersThatOnlyHaveTheStatusAreTriedAgain() {
		this.postmark.refusal("");
		send(changing(NEW));
		tokens(OLD, NEW);
	}

	@Test
	void everyCallOfAServerIsTriedAgain() {
		PostmarkServerClient client = this.factory.serverClient(changing(NEW));
		this.postmark.answer(200, "{\"ID\":1,\"ErrorCode\":0}");
		assertThat(client.server().get().id()).isEqualTo(1);
		client.inboundMessages().bypass("m1");
		tokens(OLD, NEW, OLD, NEW);
	}

	@Test
	void aMailingGoesOutWholeWithTheNewToken() {
		this.postmark.answer(200, "{\"Id\":\"5f1c0a77\",\"Status\":\"Accepted\"}");
		this.factory.serverClient(changing(NEW))
			.bulk()
			.send(BulkEmail.content(EmailAddress.parse("a@b.example"), "Hi")
				.textBody("Hi")
				.messages(List.of(BulkRecipient.to("c@d.example"))));
		tokens(OLD, NEW);
		assertThat(this.postmark.received()).extracting(StubPostmark.Received::text)
			.allSatisfy((body) -> assertThat(body).isEqualTo(this.postmark.received().get(0).text()).endsWith("}]}"));
	}

	@Test
	void eachRequestOfManyMessagesIsTriedAgain() {
		this.postmark.answerEach((request) -> {
			List<Object> items = new ArrayList<>();
			JsonMapper.shared()
				.readTree(request.body())
				.forEach((message) -> items.add(Map.of("MessageID", "m", "ErrorCode", 0)));
			return JsonMapper.shared().writeValueAsString(items);
		});
		List<Email> emails = IntStream.range(0, 25).mapToObj((i) -> email().build()).toList();
		assertThat(this.factory.sender(changing(NEW), MessageDefaults.none(), new BatchSettings(10, 50_000_000, 1))
			.sendAll(emails)
			.isComplete()).isTrue();
		tokens(OLD, NEW, OLD, NEW, OLD, NEW);
	}

	@Test
	void aLargeAttachmentIsReadAnewAndArrivesWhole() {
		byte[] content = new byte[3_000_001];
		for (int i = 0; i < content.length; i++) {
			content[i] = (byte) (i * 31);
		}
		InputStreamSource source = () -> new ByteArrayInputStream(content);
		this.factory.sender(changing(NEW), MessageDefaults.none())
			.send(email().attachment(Attachment.of("data.dat", source)).build());
		tokens(OLD, NEW);
		assertThat(JsonMapper.shared()
			.readTree(this.postmark.received().get(1).body())
			.path("Attachments")
			.path(0)
			.path("Content")
			.binaryValue()).isEqualTo(content);
	}

	@Test
	void aSecondAttemptThatIsNotAnsweredMayHaveBeenSent() {
		this.postmark.hang();
		PostmarkClientFactory impatient = PostmarkClientFactory
			.builder(this.postmark.baseUrl(), this.engine.builder(Duration.ofSeconds(2)))
			.retry(Retries.AT_ONCE)
			.build();
		AmbiguousSendException ex = catchThrowableOfType(AmbiguousSendException.class,
				() -> impatient.sender(changing(NEW), MessageDefaults.none()).send(email().build()));
		assertThat(ex.mayHaveBeenSent()).isTrue();
		tokens(OLD, NEW);
	}

	@Test
	void aSecondAttemptThatBreaksBeforeItsEndWasNotSent() {
		TokenSource token = changing(() -> {
			this.postmark.resetBeforeTheBody();
			return NEW;
		});
		Email large = email().attachment(Attachment.of("data.dat", new byte[7_000_000])).build();
		PostmarkTransportException ex = catchThrowableOfType(PostmarkTransportException.class,
				() -> this.factory.sender(token, MessageDefaults.none()).send(large));
		assertThat(ex.mayHaveBeenSent()).isFalse();
		tokens(OLD);
	}

	@Test
	void manyRefusalsAtOnceLoseAndDoubleNothing() throws Exception {
		CountDownLatch start = new CountDownLatch(1);
		ExecutorService senders = Executors.newFixedThreadPool(16);
		try {
			List<Future<?>> sent = new ArrayList<>();
			for (int i = 0; i < 160; i++) {
				Email email = email().subject("Order " + i + ".").build();
				sent.add(senders.submit(() -> {
					start.await();
					return this.factory.sender(changing(NEW), MessageDefaults.none()).send(email);
				}));
			}
			start.countDown();
			for (Future<?> one : sent) {
				one.get();
			}
		}
		finally {
			senders.shutdownNow();
		}
		assertThat(this.postmark.received()).filteredOn((request) -> request.token().equals(NEW))
			.hasSize(160)
			.extracting(StubPostmark.Received::text)
			.doesNotHaveDuplicates();
	}

	@Test
	void theRefusalSaysWhichServerTokenItWasAndThatAnAccountTokenIsNoHelp() {
		assertThat(refused(named("postmark.servers.newsletter.token")))
			.hasMessage("Postmark refused the call, HTTP 401, ErrorCode 10: No valid token "
					+ "('postmark.servers.newsletter.token' is not, or no longer, the token of a server; "
					+ "an account token does not work here)");
		assertThat(refused(() -> OLD)).hasMessageContaining("(the token for X-Postmark-Server-Token is not");
	}

	@Test
	void theRefusalSaysWhichAccountTokenItWasAndThatAServerTokenIsNoHelp() {
		InvalidTokenException ex = catchThrowableOfType(InvalidTokenException.class,
				() -> this.factory.accountClient(named("postmark.account-token")).servers().get(1));
		assertThat(ex).hasMessageEndingWith("('postmark.account-token' is not, or no longer, the token of an account; "
				+ "a server token does not work here)");
		assertThat(ex.apiMessage()).isEqualTo("No valid token");
	}

	@Test
	void aTokenThatPostmarkRepeatsIsNotShown() {
		this.postmark.refusal("{\"ErrorCode\":10,\"Message\":\"No '" + OLD.toUpperCase(Locale.ROOT) + "'\"}");
		assertThat(refused(() -> OLD).apiMessage()).isEqualTo("No '***'");
		this.postmark.answer(422, "{\"ErrorCode\":11,\"Message\":\"" + NEW + "\",\"Errors\":{\"" + NEW
				+ "\":[{\"ErrorCode\":300,\"Message\":\"" + NEW + "\"}]}}");
		notShown();
		this.postmark.answer(500, "{\"ErrorCode\":101,\"Message\":\"" + NEW + "\"}");
		notShown();
		this.postmark.answer(200, "{\"ErrorCode\":\"" + NEW + "\"}");
		notShown();
	}

	@Test
	void aTokenThatPostmarkRepeatsInAnAnswerOfHttp200IsNotShownEither() {
		this.postmark.answer(200, "{\"ErrorCode\":406,\"Message\":\"No " + NEW + "\"}");
		assertThat(catchThrowableOfType(PostmarkApiException.class, () -> send(() -> NEW)).apiMessage())
			.isEqualTo("No ***");
		this.postmark.answer(200, "{\"ErrorCode\":0,\"Message\":\"OK " + NEW + "\",\"MessageID\":\"m\"}");
		assertThat(send(() -> NEW).message()).isEqualTo("OK ***");
		this.postmark.answer(200, "[{\"ErrorCode\":406,\"Message\":\"No " + NEW + "\"}]");
		assertThat(this.factory.sender(() -> NEW, MessageDefaults.none()).sendAll(List.of(email().build())).rejected())
			.singleElement()
			.extracting((item) -> item.reason().apiMessage())
			.isEqualTo("No ***");
	}

	private void notShown() {
		Throwable sending = catchThrowableOfType(RuntimeException.class, () -> send(() -> NEW));
		Throwable calling = catchThrowableOfType(RuntimeException.class,
				() -> this.factory.serverClient(() -> NEW).inboundMessages().bypass("m1"));
		assertThat(List.of(sending, calling)).extracting(Throwables::getStackTrace)
			.allSatisfy((trace) -> assertThat(trace).isNotEmpty().doesNotContain(NEW));
	}

	private SendResult send(TokenSource token) {
		return this.factory.sender(token, MessageDefaults.none()).send(email().build());
	}

	private InvalidTokenException refused(TokenSource token) {
		InvalidTokenException ex = catchThrowableOfType(InvalidTokenException.class, () -> send(token));
		assertThat(ex).as("a refusal").isNotNull();
		return ex;
	}

	private void tokens(String... tokens) {
		assertThat(this.postmark.received()).extracting(StubPostmark.Received::token).containsExactly(tokens);
	}

	private static Email.Builder email() {
		return Email.builder().from("a@b.example").to("c@d.example").textBody("Hi");
	}

	private static TokenSource changing(String successor) {
		return changing(() -> successor);
	}

	private static TokenSource changing(Supplier<String> successor) {
		return new TokenSource() {

			@Override
			public String token() {
				return OLD;
			}

			@Override
			public String tokenAfterRefusal(String refused) {
				assertThat(refused).isEqualTo(OLD);
				return successor.get();
			}

		};
	}

	private static TokenSource replaced(List<String> refused, UnaryOperator<String> successor) {
		return new TokenSource() {

			@Override
			public String token() {
				return OLD;
			}

			@Override
			public String tokenAfterRefusal(String token) {
				refused.add(token);
				return successor.apply(token);
			}

		};
	}

	private static TokenSource named(String description) {
		return new TokenSource() {

			@Override
			public String token() {
				return OLD;
			}

			@Override
			public String description() {
				return description;
			}

		};
	}

}
