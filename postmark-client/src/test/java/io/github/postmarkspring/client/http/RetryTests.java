package io.github.postmarkspring.client.http;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.postmarkspring.client.ClosedPort;
import io.github.postmarkspring.client.Engine;
import io.github.postmarkspring.client.StubPostmark;
import io.github.postmarkspring.client.error.AmbiguousSendException;
import io.github.postmarkspring.client.error.InvalidTokenException;
import io.github.postmarkspring.client.error.PostmarkException;
import io.github.postmarkspring.client.error.PostmarkTransportException;
import io.github.postmarkspring.client.error.PostmarkUnavailableException;
import io.github.postmarkspring.client.error.RateLimitedException;
import io.github.postmarkspring.client.message.Attachment;
import io.github.postmarkspring.client.message.BatchItem;
import io.github.postmarkspring.client.message.BatchResult;
import io.github.postmarkspring.client.message.BatchSettings;
import io.github.postmarkspring.client.message.DefaultPostmarkSender;
import io.github.postmarkspring.client.message.Email;
import io.github.postmarkspring.client.message.MessageDefaults;
import io.github.postmarkspring.client.message.PostmarkSender;
import io.github.postmarkspring.client.message.ReconciliationSettings;
import io.github.postmarkspring.client.message.SendObservations;
import io.github.postmarkspring.client.message.SenderSetup;
import io.github.postmarkspring.client.server.CurrentServer;
import io.github.postmarkspring.client.server.ServerChange;
import io.github.postmarkspring.client.template.Templates;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Which calls are made again, on each HTTP engine. No test waits.
 */
@ParameterizedClass
@EnumSource(Engine.class)
class RetryTests {

	private static final RetrySettings SETTINGS = new RetrySettings(3, Duration.ofSeconds(1), 2, 0,
			Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofMinutes(2));

	private final StubPostmark postmark = new StubPostmark();

	private final ClosedPort nobody = new ClosedPort();

	private final RecordedPauses pauses = new RecordedPauses();

	private final RestClient.Builder restClient;

	private volatile RestClient reached;

	RetryTests(Engine engine) {
		this.restClient = engine.builder();
		this.reached = at(this.postmark.baseUrl());
	}

	@AfterEach
	void stop() {
		this.postmark.close();
		this.nobody.close();
	}

	@Test
	void aMailThatWasOneTooManyGoesOutLater() {
		this.postmark.answer(429, "");
		this.pauses.then(1, this.postmark::recover);
		assertThat(sender(SETTINGS).send(email()).messageId()).isNotEmpty();
		assertThat(this.postmark.received()).extracting(StubPostmark.Received::text).hasSize(2).containsOnly("""
				{"From":"a@b.example","To":"c@d.example","TextBody":"Hi"}""");
		assertThat(this.pauses.durations()).containsExactly(Duration.ofSeconds(1));
	}

	@Test
	void aMailInMaintenanceGoesOutAfterIt() {
		this.postmark.answer(503, "{\"ErrorCode\":100,\"Message\":\"Maintenance\"}");
		this.pauses.then(2, this.postmark::recover);
		sender(SETTINGS).send(email());
		assertThat(this.postmark.received()).hasSize(3);
		assertThat(this.pauses.durations()).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
	}

	@Test
	void aMailThatFoundNobodyGoesOutLater() {
		this.reached = at(this.nobody.baseUrl());
		this.pauses.then(2, () -> this.reached = at(this.postmark.baseUrl()));
		sender(SETTINGS).send(email());
		assertThat(this.postmark.received()).hasSize(1);
		assertThat(this.pauses.durations()).hasSize(2);
	}

	@Test
	void aMailToAnUnknownHostGoesOutLater() {
		this.reached = at(URI.create("https://postmark.invalid"));
		this.pauses.then(1, () -> this.reached = at(this.postmark.baseUrl()));
		sender(SETTINGS).send(email());
		assertThat(this.postmark.received()).hasSize(1);
	}

	@Test
	void aMailThatWasCutOffBeforeItsEndGoesOutWhole() {
		this.postmark.resetBeforeTheBody();
		this.pauses.then(1, this.postmark::recover);
		sender(SETTINGS).send(large());
		assertThat(this.postmark.received()).singleElement()
			.satisfies((request) -> assertThat(request.text()).hasSizeGreaterThan(9_000_000).endsWith("}"));
		assertThat(this.pauses.durations()).hasSize(1);
	}

	@Test
	void aMailThatCannotBeWrittenIsNotSentAndNotTriedAgain() {
		RequestBody unwritable = new RequestBody() {

			@Override
			public long length() {
				return 10;
			}

			@Override
			public void writeTo(OutputStream out) throws IOException {
				out.write('{');
				throw new OutOfMemoryError("Java heap space");
			}

		};
		PostmarkHttp http = http(SETTINGS);
		assertThat(catchThrowableOfType(PostmarkTransportException.class,
				() -> http.send(ApiToken.server(() -> "token"), "/email", unwritable, Object.class)))
			.hasMessage("Nothing was sent, the request could not be written: OutOfMemoryError: Java heap space")
			.isNotInstanceOf(AmbiguousSendException.class);
		assertThat(this.postmark.received()).isEmpty();
		assertThat(this.pauses.durations()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(ints = { 200, 307, 400, 401, 404, 407, 408, 413, 415, 422, 500, 502, 503, 504 })
	void aMailIsHandedOverOnceWhereItWasRefusedForGoodOrMayHaveBeenAccepted(int status) {
		this.postmark.answer(status, "<html>");
		assertThat(failure(PostmarkException.class).mayHaveBeenSent()).isEqualTo(status == 200 || status >= 500);
		assertThat(this.postmark.received()).hasSize(1);
		assertThat(this.pauses.durations()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(ints = { 400, 404, 413, 422, 500, 502, 504 })
	void theCodeOfMaintenanceSaysNothingWithAnyOtherStatus(int status) {
		this.postmark.answer(status, "{\"ErrorCode\":100,\"Message\":\"Maintenance\"}");
		assertThat(failure(PostmarkException.class).mayHaveBeenSent()).isEqualTo(status >= 500);
		assertThat(this.postmark.received()).hasSize(1);
	}

	@Test
	void aMailWhoseAnswerIsLostIsHandedOverOnce() {
		this.postmark.reset();
		failure(AmbiguousSendException.class);
		assertThat(this.postmark.received()).hasSize(1);
	}

	@Test
	void aMailThatMayHaveBeenSentTheSecondTimeIsNotHandedOverAThirdTime() {
		this.postmark.answer(429, "");
		this.pauses.then(1, this.postmark::reset);
		AmbiguousSendException ex = failure(AmbiguousSendException.class);
		assertThat(ex.getSuppressed()).singleElement().isInstanceOf(RateLimitedException.class);
		assertThat(this.postmark.received()).hasSize(2);
	}

	@Test
	void aMailThatMayHaveBeenSentTheSecondTimeIsUnknownWhateverItFailedWith() {
		this.postmark.answer(429, "");
		this.pauses.then(1, this.postmark::recover);
		RestClient intercepted = this.reached.mutate().requestInterceptor((request, body, execution) -> {
			ClientHttpResponse response = execution.execute(request, body);
			if (response.getStatusCode().is2xxSuccessful()) {
				response.close();
				throw RetryTests.<RuntimeException>unchecked(new TimeoutException("of Kotlin"));
			}
			return response;
		}).build();
		PostmarkHttp http = new PostmarkHttp(() -> intercepted, true, null, this.pauses.retry(SETTINGS),
				RequestLimits.defaults(), RequestObservations.NONE);
		AmbiguousSendException ex = catchThrowableOfType(AmbiguousSendException.class,
				() -> sender(http, () -> "token").send(email()));
		assertThat(ex).hasRootCauseInstanceOf(TimeoutException.class);
		assertThat(ex.getSuppressed()).singleElement().isInstanceOf(RateLimitedException.class);
		assertThat(this.postmark.received()).hasSize(2);
	}

	@SuppressWarnings("unchecked")
	private static <X extends Throwable> X unchecked(Throwable ex) throws X {
		throw (X) ex;
	}

	@Test
	void theLastFailureIsThrownAndTellsTheEarlierOnes() {
		this.postmark.answer(429, "");
		this.pauses.then(2, () -> this.postmark.answer(503, "{\"ErrorCode\":100}"));
		assertThat(failure(PostmarkUnavailableException.class).getSuppressed()).hasSize(2)
			.hasOnlyElementsOfType(RateLimitedException.class);
		assertThat(this.postmark.received()).hasSize(3);
	}

	@Test
	void aTokenIsAskedForAtEachAttempt() {
		this.postmark.answer(429, "");
		AtomicInteger asked = new AtomicInteger();
		catchThrowableOfType(RateLimitedException.class,
				() -> new DefaultPostmarkSender(http(SETTINGS),
						ApiToken.server(() -> "token" + asked.incrementAndGet()), setup(BatchSettings.defaults()))
					.send(email()));
		assertThat(this.postmark.received()).extracting(StubPostmark.Received::token)
			.containsExactly("token1", "token2", "token3");
	}

	@Test
	void theTimeThatPostmarkAsksForIsWaited() {
		this.postmark.answer(429, "", "Retry-After: 30");
		failure(RateLimitedException.class);
		assertThat(this.pauses.durations()).containsExactly(Duration.ofSeconds(30), Duration.ofSeconds(30));
	}

	@Test
	void theDateThatPostmarkNamesIsWaitedFor() {
		this.postmark.answer(429, "", "Retry-After: "
				+ DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(25)));
		failure(RateLimitedException.class);
		assertThat(this.pauses.durations()).hasSize(2)
			.allSatisfy((wait) -> assertThat(wait).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(25)));
		assertThat(this.pauses.durations().get(0)).isGreaterThan(Duration.ofSeconds(5));
	}

	@ParameterizedTest
	@ValueSource(strings = { "31", "86400", "99999999999", "999999999999999999999999999999",
			"Fri, 31 Dec 9999 23:59:59 GMT" })
	void aTimeThatIsTooLongIsNotWaitedButSaid(String retryAfter) {
		this.postmark.answer(429, "", "Retry-After: " + retryAfter);
		assertThat(failure(RateLimitedException.class).retryAfter()).isGreaterThan(Duration.ofSeconds(30));
		assertThat(this.postmark.received()).hasSize(1);
		assertThat(this.pauses.durations()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "-5", "soon", "1.5", "Thu, 01 Jan 2026 00:00:00 GMT" })
	void aTimeThatIsNoneIsNoLeaveToHurry(String retryAfter) {
		this.postmark.answer(429, "", "Retry-After: " + retryAfter);
		failure(RateLimitedException.class);
		assertThat(this.pauses.durations()).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
	}

	@Test
	void waitsGrowUpToTheLongest() {
		this.postmark.answer(429, "");
		failure(RateLimitedException.class, new RetrySettings(6, Duration.ofSeconds(1), 2, 0, Duration.ofSeconds(5),
				Duration.ZERO, Duration.ofMinutes(2)));
		assertThat(this.pauses.durations()).extracting(Duration::toSeconds).containsExactly(1L, 2L, 4L, 5L, 5L);
	}

	@Test
	void waitsAreSpread() {
		this.postmark.answer(429, "");
		failure(RateLimitedException.class, new RetrySettings(21, Duration.ofSeconds(10), 1, 0.5,
				Duration.ofSeconds(10), Duration.ZERO, Duration.ofHours(1)));
		assertThat(this.pauses.durations()).hasSize(20)
			.allSatisfy((wait) -> assertThat(wait).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(10)));
		assertThat(Set.copyOf(this.pauses.durations())).hasSizeGreaterThan(5);
	}

	@Test
	void noAttemptBeginsAfterTheDeadline() {
		this.postmark.answer(429, "");
		failure(RateLimitedException.class, new RetrySettings(100, Duration.ofSeconds(3), 1, 0, Duration.ofSeconds(3),
				Duration.ZERO, Duration.ofSeconds(10)));
		assertThat(this.postmark.received()).hasSize(4);
		assertThat(this.pauses.durations()).hasSize(3);
	}

	@Test
	void anInterruptedThreadDoesNotWaitOn() {
		this.postmark.answer(429, "");
		this.pauses.then(1, Thread.currentThread()::interrupt);
		RateLimitedException ex = failure(RateLimitedException.class);
		assertThat(Thread.interrupted()).as("interrupted").isTrue();
		assertThat(ex.getSuppressed()).singleElement().isInstanceOf(InterruptedException.class);
		assertThat(this.postmark.received()).hasSize(1);
	}

	@Test
	void nothingIsMadeAgainOnceTheApplicationStops() {
		this.postmark.answer(429, "");
		PostmarkHttp http = http(SETTINGS);
		this.pauses.then(1, http::end);
		assertThat(catchThrowableOfType(RateLimitedException.class,
				() -> new DefaultPostmarkSender(http, ApiToken.server(() -> "token"), setup(BatchSettings.defaults()))
					.send(email())))
			.isNotNull();
		assertThat(this.postmark.received()).hasSize(1);
	}

	@Test
	void anApplicationThatStopsAndStartsAgainTriesAgain() {
		this.postmark.answer(429, "");
		this.pauses.then(1, this.postmark::recover);
		PostmarkHttp http = http(SETTINGS);
		http.end();
		http.resume();
		sender(http, () -> "token").send(email());
		assertThat(this.postmark.received()).hasSize(2);
	}

	@Test
	void anotherTokenIsNotTriedOnceTheApplicationStops() {
		PostmarkHttp http = http(SETTINGS);
		anotherTokenIsNotTriedOnce(http::end, http);
	}

	@Test
	void anotherTokenIsNotTriedOnceTheDeadlineIsOver() {
		anotherTokenIsNotTriedOnce(() -> this.pauses.durations().add(Duration.ofMinutes(2)), http(SETTINGS));
	}

	private void anotherTokenIsNotTriedOnce(Runnable itIsTooLate, PostmarkHttp http) {
		this.postmark.refuse("old");
		PostmarkSender sender = sender(http, new TokenSource() {

			@Override
			public String token() {
				return "old";
			}

			@Override
			public String tokenAfterRefusal(String refused) {
				itIsTooLate.run();
				return "new";
			}

		});
		assertThat(catchThrowableOfType(InvalidTokenException.class, () -> sender.send(email()))).isNotNull();
		assertThat(this.postmark.received()).extracting(StubPostmark.Received::token).containsExactly("old");
	}

	@Test
	void oneAttemptIsOne() {
		this.postmark.answer(429, "");
		failure(RateLimitedException.class, RetrySettings.off());
		assertThat(this.postmark.received()).hasSize(1);
		this.postmark.answer(502, "");
		catchThrowableOfType(PostmarkTransportException.class,
				() -> resource(RetrySettings.off(), CurrentServer.class).get());
		assertThat(this.postmark.received()).hasSize(2);
		assertThat(this.pauses.durations()).isEmpty();
	}

	@Test
	void aRequestOfABatchIsMadeAgainByItself() {
		Set<String> refused = ConcurrentHashMap.newKeySet();
		this.postmark.answer(429, "");
		this.postmark.answerEach(
				(request) -> (request.text().contains("m50@") && refused.add("m50")) ? null : acceptAll(request));
		BatchResult result = sender(SETTINGS).sendAll(emails(200));
		assertThat(result.accepted()).hasSize(200);
		assertThat(this.postmark.received()).hasSize(3)
			.filteredOn((request) -> request.text().contains("m50@"))
			.hasSize(2);
	}

	@Test
	void aRequestOfABatchThatMayHaveBeenAcceptedIsMadeOnce() {
		this.postmark.answer(500, "{\"ErrorCode\":101}");
		this.postmark.answerEach((request) -> request.text().contains("m50@") ? null : acceptAll(request));
		BatchResult result = sender(SETTINGS).sendAll(emails(200));
		assertThat(result.accepted()).hasSize(100);
		assertThat(result.unknown()).extracting(BatchItem.Unknown::index).hasSize(100).contains(50L);
		assertThat(this.postmark.received()).hasSize(2);
	}

	@Test
	void aBatchThatFindsNobodyIsNotAttempted() {
		this.reached = at(this.nobody.baseUrl());
		assertThat(sender(SETTINGS).sendAll(emails(2)).notAttempted()).hasSize(2);
		assertThat(this.pauses.durations()).hasSize(2);
	}

	@ParameterizedTest
	@ValueSource(ints = { 200, 429, 500, 502, 503, 504 })
	void aReadIsMadeAgainAfterAnyAnswerThatMayChange(int status) {
		this.postmark.answer(status, "<html>");
		assertReadAttempts(3);
	}

	@Test
	void aReadIsMadeAgainAfterAServerErrorWithACode() {
		this.postmark.answer(500, "{\"ErrorCode\":101,\"Message\":\"Unexpected\"}");
		assertReadAttempts(3);
	}

	@Test
	void aReadWhoseAnswerIsLostIsMadeAgain() {
		this.postmark.reset();
		this.pauses.then(1, () -> this.postmark.answer(200, "{\"ID\":9001,\"Name\":\"Shop\"}"));
		assertThat(resource(SETTINGS, CurrentServer.class).get().name()).isEqualTo("Shop");
		// The JDK's client has made it once more by itself, which it does with reads
		// only.
		assertThat(this.pauses.durations()).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(ints = { 307, 400, 401, 404, 407, 422 })
	void aReadThatWasRefusedForGoodIsNotMadeAgain(int status) {
		this.postmark.answer(status, "");
		assertReadAttempts(1);
	}

	@ParameterizedTest
	@ValueSource(ints = { 200, 401, 422, 500, 502, 503 })
	void aChangeIsMadeOnceWhereItMayHaveBeenDone(int status) {
		this.postmark.answer(status, "<html>");
		assertChangeAttempts(1);
	}

	@Test
	void aChangeWhoseAnswerIsLostIsMadeOnceAndSaysThatItMayHaveBeenMade() {
		this.postmark.reset();
		assertChangeAttempts(1);
		assertThat(catchThrowableOfType(PostmarkTransportException.class,
				() -> resource(SETTINGS, Templates.class).delete("order-paid")))
			.hasMessageEndingWith(" (the change may have been made)");
	}

	@Test
	void aChangeThatWasNotDoneIsMadeAgain() {
		this.postmark.answer(429, "");
		assertChangeAttempts(3);
		this.postmark.answer(503, "{\"ErrorCode\":100}");
		assertChangeAttempts(3);
		this.pauses.durations().clear();
		this.reached = at(this.nobody.baseUrl());
		assertChangeAttempts(0);
		assertThat(this.pauses.durations()).hasSize(4);
	}

	private void assertReadAttempts(int expected) {
		assertThat(catchThrowableOfType(PostmarkException.class, () -> resource(SETTINGS, CurrentServer.class).get()))
			.isNotNull();
		assertThat(this.postmark.received()).hasSize(expected);
		assertThat(this.pauses.durations()).hasSize(expected - 1);
	}

	/** One with a body and one without. */
	private void assertChangeAttempts(int expected) {
		this.postmark.received().clear();
		assertThat(catchThrowableOfType(PostmarkException.class,
				() -> resource(SETTINGS, CurrentServer.class).edit(ServerChange.create().trackOpens(true))))
			.isNotNull();
		assertThat(catchThrowableOfType(PostmarkException.class,
				() -> resource(SETTINGS, Templates.class).delete("order-paid")))
			.isNotNull();
		assertThat(this.postmark.received()).hasSize(expected * 2);
	}

	private <X extends PostmarkException> X failure(Class<X> type) {
		return failure(type, SETTINGS);
	}

	private <X extends PostmarkException> X failure(Class<X> type, RetrySettings settings) {
		X ex = catchThrowableOfType(type, () -> sender(settings).send(email()));
		assertThat(ex).as("an exception").isNotNull();
		return ex;
	}

	private PostmarkHttp http(RetrySettings settings) {
		return new PostmarkHttp(() -> this.reached, false, null, this.pauses.retry(settings), RequestLimits.defaults(),
				RequestObservations.NONE);
	}

	private PostmarkSender sender(RetrySettings settings) {
		return sender(http(settings), () -> "token");
	}

	private static PostmarkSender sender(PostmarkHttp http, TokenSource token) {
		return new DefaultPostmarkSender(http, ApiToken.server(token), setup(new BatchSettings(100, 50_000_000, 2)));
	}

	private <S> S resource(RetrySettings settings, Class<S> type) {
		return http(settings).resource(ApiToken.server(() -> "token"), type);
	}

	private RestClient at(URI baseUrl) {
		return this.restClient.clone().baseUrl(baseUrl).build();
	}

	private static String acceptAll(StubPostmark.Received request) {
		return IntStream.range(0, request.text().split("\"To\"", -1).length - 1)
			.mapToObj((i) -> "{\"MessageID\":\"m\",\"ErrorCode\":0,\"Message\":\"OK\"}")
			.collect(Collectors.joining(",", "[", "]"));
	}

	private static List<Email> emails(int count) {
		return IntStream.range(0, count)
			.mapToObj((i) -> Email.builder().from("a@b.example").to("m" + i + "@d.example").textBody("Hi").build())
			.toList();
	}

	private static Email email() {
		return Email.builder().from("a@b.example").to("c@d.example").textBody("Hi").build();
	}

	private static Email large() {
		return Email.builder()
			.from("a@b.example")
			.to("c@d.example")
			.textBody("Hi")
			.attachment(Attachment.of("data.dat", new byte[7_000_000]))
			.build();
	}

	private static SenderSetup setup(BatchSettings batch) {
		return new SenderSetup("default", MessageDefaults.none(), batch, ReconciliationSettings.off(), List::of,
				Runnable::run, SendObservations.NONE);
	}

}
