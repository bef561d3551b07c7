package io.github.postmarkspring.client.message;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.postmarkspring.client.ClosedPort;
import io.github.postmarkspring.client.Engine;
import io.github.postmarkspring.client.PostmarkClientFactory;
import io.github.postmarkspring.client.Retries;
import io.github.postmarkspring.client.StubPostmark;
import io.github.postmarkspring.client.error.AmbiguousSendException;
import io.github.postmarkspring.client.error.InactiveRecipientsException;
import io.github.postmarkspring.client.error.InvalidMessageException;
import io.github.postmarkspring.client.error.InvalidTokenException;
import io.github.postmarkspring.client.error.PostmarkApiException;
import io.github.postmarkspring.client.error.PostmarkException;
import io.github.postmarkspring.client.error.PostmarkTransportException;
import io.github.postmarkspring.client.error.PostmarkUnavailableException;
import io.github.postmarkspring.client.error.RateLimitedException;
import io.micrometer.observation.ObservationRegistry;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.InputStreamSource;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Sending over a socket, on each HTTP engine.
 */
@ParameterizedClass
@EnumSource(Engine.class)
class PostmarkSenderTests {

	private static final String TOKEN = "00000000-aaaa-4bbb-8ccc-000000000001";

	private final StubPostmark postmark = new StubPostmark();

	private final Engine engine;

	private final PostmarkSender sender;

	PostmarkSenderTests(Engine engine) {
		this.engine = engine;
		this.sender = sender(this.postmark.baseUrl());
	}

	private PostmarkSender sender(URI baseUrl) {
		return PostmarkClientFactory.builder(baseUrl, this.engine.builder())
			.retry(Retries.AT_ONCE)
			.build()
			.sender(() -> TOKEN, MessageDefaults.none());
	}

	@AfterEach
	void stop() {
		this.postmark.close();
	}

	@Test
	void aMessageIsPostedOnceWithItsTokenAndItsLength() {
		SendResult result = this.sender.send(email());
		StubPostmark.Received request = this.postmark.only();
		assertThat(request.line()).isEqualTo("POST /email HTTP/1.1");
		assertThat(request.headers()).containsEntry("X-Postmark-Server-Token", TOKEN)
			.containsEntry("accept", "application/json")
			.containsEntry("content-type", "application/json")
			.containsEntry("content-length", String.valueOf(request.body().length))
			.doesNotContainKeys("transfer-encoding", "X-Postmark-Account-Token", "expect");
		assertThat(JsonMapper.shared().readTree(request.body())).isEqualTo(JsonMapper.shared().readTree("""
				{ "From": "Shop <orders@shop.example>", "To": "ann@mail.example", "Subject": "Order 42",
				  "TextBody": "Thanks" }
				"""));
		assertThat(result.messageId()).isEqualTo("0b8f1d3e-5a0c-4c61-9f6e-3f2a7c1d9e10");
		assertThat(result.submittedAt()).isEqualTo(OffsetDateTime.parse("2026-11-02T09:15:30.1234567Z"));
		assertThat(result.message()).isEqualTo("OK");
		assertThat(result.delayed()).isFalse();
		assertThat(result.test()).isFalse();
		assertThat(result.inactiveRecipients()).isEmpty();
	}

	@Test
	void aTemplatedMessageIsPostedToItsOwnEndpoint() {
		this.sender.send(TemplatedEmail.builder()
			.from("orders@shop.example")
			.to("ann@mail.example")
			.templateAlias("order-paid")
			.templateModel(Map.of("name", "Ann"))
			.build());
		assertThat(this.postmark.only().line()).isEqualTo("POST /email/withTemplate HTTP/1.1");
		assertThat(this.postmark.only().text()).contains("\"TemplateModel\":{\"name\":\"Ann\"}");
	}

	@Test
	void aLargeAttachmentArrivesWhole() {
		byte[] content = new byte[3_000_001];
		for (int i = 0; i < content.length; i++) {
			content[i] = (byte) (i * 31);
		}
		this.sender.send(builder().attachment(Attachment.of("data.dat", content)).build());
		assertThat(JsonMapper.shared()
			.readTree(this.postmark.only().body())
			.path("Attachments")
			.path(0)
			.path("Content")
			.binaryValue()).isEqualTo(content);
	}

	@Test
	void aMessageMayHaveTenMegabytes() {
		byte[] content = new byte[7_500_000];
		InvalidMessageException ex = failure(InvalidMessageException.class,
				builder().attachment(Attachment.of("data.dat", content)).build());
		assertThat(ex.field()).isEqualTo("Attachments");
		assertThat(ex).hasMessageContaining("10000000");
		assertThat(this.postmark.received()).isEmpty();
	}

	@Test
	void aMessageThatIsInvalidIsNotPosted() {
		failure(InvalidMessageException.class, Email.builder().build());
		assertThat(this.postmark.received()).isEmpty();
	}

	@Test
	void aDelayedMessageIsAcceptedThoughItHasNoErrorCode() {
		this.postmark.answer(200, """
				{"To":"a@b.example","SubmittedAt":"2026-11-02T09:15:30Z","MessageID":"m1",\
				"Message":"Message accepted, but delivery may be delayed."}""");
		SendResult result = this.sender.send(email());
		assertThat(result.delayed()).isTrue();
		assertThat(result.messageId()).isEqualTo("m1");
	}

	@Test
	void aTestTokenIsReportedAsSuch() {
		this.postmark.answer(200, """
				{"MessageID":"m1","ErrorCode":0,"Message":"Test job accepted"}""");
		assertThat(this.sender.send(email()).test()).isTrue();
	}

	@Test
	void recipientsThatWillNotGetItAreNamed() {
		this.postmark.answer(200, """
				{"MessageID":"m1","ErrorCode":0,"Message":"Message OK, but will not deliver to these inactive \
				addresses: A@x.example, b@x.example. Inactive recipients are ones that have generated a hard bounce or \
				a spam complaint."}""");
		assertThat(this.sender.send(email()).inactiveRecipients()).containsExactlyInAnyOrder("a@x.example",
				"b@x.example");
	}

	@Test
	void aResultPrintsNoAddress() {
		this.postmark.answer(200, """
				{"MessageID":"m1","ErrorCode":0,"Message":"Message OK, but will not deliver to these inactive \
				addresses: a@x.example, b@x.example"}""");
		assertThat(this.sender.send(email()))
			.hasToString("SendResult[messageId=m1, delayed=false, test=false, inactiveRecipients=2, reconciled=false]");
	}

	@Test
	void aDateThatCannotBeReadDoesNotMakeAFailureOfASuccess() {
		this.postmark.answer(200, """
				{"MessageID":"m1","SubmittedAt":"yesterday","ErrorCode":0,"Message":"OK","New":{"a":[1]}}""");
		assertThat(this.sender.send(email()).submittedAt()).isNull();
	}

	@Test
	void anErrorCodeWithHttp200IsARefusal() {
		this.postmark.answer(200, """
				{"ErrorCode":406,"Message":"Found inactive addresses: a@x.example. Inactive recipients"}""");
		assertThat(failure(InactiveRecipientsException.class, email()).addresses()).containsExactly("a@x.example");
	}

	@Test
	void aRefusalHasItsCodeItsStatusAndItsText() {
		this.postmark.answer(422, """
				{ "ErrorCode": 300, "Message": "Invalid 'To' address: 'nobody'." }""");
		InvalidMessageException ex = failure(InvalidMessageException.class, email());
		assertThat(ex.errorCode()).isEqualTo(300);
		assertThat(ex.status()).hasToString("422 UNPROCESSABLE_CONTENT");
		assertThat(ex.apiMessage()).isEqualTo("Invalid 'To' address: 'nobody'.");
		assertThat(ex.field()).isNull();
		assertThat(ex)
			.hasMessage("Postmark refused the call, HTTP 422, ErrorCode 300: Invalid 'To' address: 'nobody'.");
	}

	@Test
	void aRefusalWithoutABodyHasItsCodeFromTheHeader() {
		this.postmark.answer(422, "", "X-PM-ApiErrorCode: 406");
		assertThat(failure(InactiveRecipientsException.class, email()).addresses()).isEmpty();
	}

	@Test
	void aRefusalStaysARefusalWhenItsBodyIsCutOff() {
		this.postmark.answerRaw("HTTP/1.1 422 X\r\nContent-Length: 500\r\nX-PM-ApiErrorCode: 300\r\n\r\n{\"ErrorC");
		assertThat(failure(InvalidMessageException.class, email()).errorCode()).isEqualTo(300);
	}

	@Test
	void aRefusedTokenIsToldApart() {
		this.postmark.answer(401, """
				{"ErrorCode":10,"Message":"Bad or missing Server API token."}""");
		InvalidTokenException ex = failure(InvalidTokenException.class, email());
		assertThat(ex.errorCode()).isEqualTo(10);
		assertThat(ex).hasMessageNotContaining(TOKEN);
	}

	@Test
	void tooManyRequestsSayHowLongToWait() {
		this.postmark.answer(429, "<html>slow down</html>", "Retry-After: 7");
		assertThat(failure(RateLimitedException.class, email()).retryAfter()).isEqualTo(Duration.ofSeconds(7));
		this.postmark.answer(429, "", "Retry-After: Thu, 01 Jan 2026 00:00:00 GMT");
		assertThat(failure(RateLimitedException.class, email()).retryAfter()).isEqualTo(Duration.ZERO);
		this.postmark.answer(429, "", "Retry-After: soon");
		assertThat(failure(RateLimitedException.class, email()).retryAfter()).isNull();
	}

	@Test
	void whatIsToldOfFurtherAttemptsMayFailWithAnythingAndCostsNoMail() {
		PostmarkSender counted = PostmarkClientFactory.builder(this.postmark.baseUrl(), this.engine.builder())
			.retry(Retries.AT_ONCE)
			.onRetry((failure) -> {
				this.postmark.recover();
				throw new NoSuchMethodError("the registry of meters does not fit");
			})
			.build()
			.sender(() -> TOKEN, MessageDefaults.none());
		this.postmark.answer(429, "");
		assertThat(counted.send(email()).messageId()).isNotEmpty();
		assertThat(this.postmark.received()).hasSize(2);
	}

	@Test
	void maintenanceIsToldApartFromOtherServerErrors() {
		this.postmark.answer(503, """
				{"ErrorCode":100,"Message":"Maintenance"}""");
		failure(PostmarkUnavailableException.class, email());
		this.postmark.answer(503, "<html>proxy</html>");
		failure(AmbiguousSendException.class, email());
	}

	@ParameterizedTest
	@ValueSource(ints = { 413, 415, 404, 400, 408 })
	void aRefusalThatIsNotInJsonIsARefusal(int status) {
		this.postmark.answer(status, "<html><h1>No</h1></html>");
		PostmarkApiException ex = failure(PostmarkApiException.class, email());
		assertThat(ex.errorCode()).isZero();
		assertThat(ex.status()).isNotNull();
		assertThat(ex.status().value()).isEqualTo(status);
	}

	@ParameterizedTest
	@ValueSource(ints = { 500, 502, 504 })
	void anyOtherServerErrorLeavesTheOutcomeUnknown(int status) {
		this.postmark.answer(status, """
				{"ErrorCode":101,"Message":"Unexpected"}""");
		assertThat(unknown().status()).isNotNull().satisfies((s) -> assertThat(s.value()).isEqualTo(status));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "null", "[]", "42", "<html>OK</html>", "{}", "{\"ErrorCode\":0,\"Message\":\"OK\"}",
			"{\"MessageID\":\"m1\"", "{\"MessageID\":{\"a\":1}}" })
	void anAnswerThatIsNotPostmarksLeavesTheOutcomeUnknown(String body) {
		this.postmark.answer(200, body);
		unknown();
	}

	@Test
	void anAnswerThatIsCutOffLeavesTheOutcomeUnknown() {
		this.postmark.answerRaw("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{\"MessageID\":\"m1\"}");
		unknown();
	}

	@Test
	void anAnswerThatIsNoHttpLeavesTheOutcomeUnknown() {
		this.postmark.answerRaw("hello\r\n\r\n");
		unknown();
	}

	@Test
	void anAnswerWithoutEndIsNotReadToItsEnd() {
		this.postmark.answer(200, "{\"MessageID\":\"m1\",\"Message\":\"" + "x".repeat(9_000_000) + "\"}");
		unknown();
	}

	@Test
	void anAnswerThatTakesTooLongLeavesTheOutcomeUnknown() {
		this.postmark.hang();
		PostmarkSender impatient = PostmarkClientFactory
			.builder(this.postmark.baseUrl(), this.engine.builder(Duration.ofMillis(500)))
			.retry(Retries.AT_ONCE)
			.build()
			.sender(() -> TOKEN, MessageDefaults.none());
		AmbiguousSendException ex = catchThrowableOfType(AmbiguousSendException.class, () -> impatient.send(email()));
		assertThat(ex.mayHaveBeenSent()).isTrue();
		Awaitility.await().until(() -> this.postmark.received().size() == 1);
	}

	@Test
	void aConnectionThatIsResetAfterTheRequestLeavesTheOutcomeUnknown() {
		this.postmark.reset();
		unknown();
	}

	@Test
	void aConnectionThatIsResetBeforeTheBodyWasWrittenMeansThatNothingWasSent() {
		this.postmark.resetBeforeTheBody();
		PostmarkTransportException ex = failure(PostmarkTransportException.class,
				builder().attachment(Attachment.of("data.dat", new byte[7_000_000])).build());
		assertThat(ex.mayHaveBeenSent()).isFalse();
	}

	@Test
	void aRefusedConnectionMeansThatNothingWasSent() {
		try (ClosedPort nobody = new ClosedPort()) {
			PostmarkTransportException ex = catchThrowableOfType(PostmarkTransportException.class,
					() -> sender(nobody.baseUrl()).send(email()));
			assertThat(ex.mayHaveBeenSent()).isFalse();
			assertThat(ex).isNotInstanceOf(AmbiguousSendException.class);
		}
	}

	@Test
	void whatAnInterceptorFailsWithAfterTheRequestLeavesTheOutcomeUnknown() {
		PostmarkSender intercepted = intercepted((request, body, execution) -> {
			execution.execute(request, body).close();
			throw new ConnectException("the audit log is gone");
		});
		AmbiguousSendException ex = catchThrowableOfType(AmbiguousSendException.class, () -> intercepted.send(email()));
		assertThat(ex.mayHaveBeenSent()).isTrue();
		assertThat(this.postmark.received()).hasSize(1);
	}

	@Test
	void anErrorAfterTheRequestLeavesTheOutcomeUnknownToo() {
		PostmarkSender intercepted = intercepted((request, body, execution) -> {
			execution.execute(request, body).close();
			throw new NoSuchMethodError("the audit log does not fit");
		});
		assertThat(catchThrowableOfType(AmbiguousSendException.class, () -> intercepted.send(email())))
			.hasCauseInstanceOf(NoSuchMethodError.class);
		assertThat(this.postmark.received()).hasSize(1);
	}

	@Test
	void aMailOfAnInterceptorThatIsRefusedIsNotTakenForTheOneUnderWay() {
		PostmarkSender intercepted = intercepted((request, body, execution) -> {
			ClientHttpResponse response = execution.execute(request, body);
			// An alarm without a recipient.
			this.sender.send(Email.builder().from("a@b.example").textBody("Postmark fails").build());
			return response;
		});
		this.postmark.answer(500, "");
		AmbiguousSendException ex = catchThrowableOfType(AmbiguousSendException.class, () -> intercepted.send(email()));
		assertThat(ex).hasCauseInstanceOf(InvalidMessageException.class);
		assertThat(this.postmark.received()).hasSize(1);
		assertThat(ObservationRegistry.create().getCurrentObservationScope()).as("what the thread observes").isNull();
	}

	private PostmarkSender intercepted(ClientHttpRequestInterceptor interceptor) {
		return PostmarkClientFactory
			.builder(this.postmark.baseUrl(), this.engine.builder().requestInterceptor(interceptor))
			.retry(Retries.AT_ONCE)
			.build()
			.sender(() -> TOKEN, MessageDefaults.none());
	}

	@Test
	void anUnknownHostMeansThatNothingWasSent() {
		PostmarkTransportException ex = catchThrowableOfType(PostmarkTransportException.class,
				() -> sender(URI.create("https://postmark.invalid")).send(email()));
		assertThat(ex.mayHaveBeenSent()).isFalse();
	}

	@Test
	void aRedirectIsNotFollowedAndTheTokenGoesNowhereElse() {
		try (StubPostmark elsewhere = new StubPostmark()) {
			this.postmark.answer(307, "", "Location: " + elsewhere.baseUrl() + "/email");
			PostmarkTransportException ex = failure(PostmarkTransportException.class, email());
			assertThat(ex.mayHaveBeenSent()).isFalse();
			assertThat(elsewhere.received()).isEmpty();
		}
	}

	@Test
	void anAttachmentThatFailsHalfWayMeansThatNothingWasSent() {
		InvalidMessageException ex = failure(InvalidMessageException.class,
				builder().attachment(Attachment.of("data.dat", failingAfterTheFirstReading())).build());
		assertThat(ex).hasMessageContaining("data.dat").hasStackTraceContaining("the disk is gone");
		assertThat(this.postmark.received()).isEmpty();
	}

	private static InputStreamSource failingAfterTheFirstReading() {
		AtomicInteger readings = new AtomicInteger();
		return () -> {
			if (readings.getAndIncrement() == 0) {
				return new ByteArrayInputStream(new byte[1_000_000]);
			}
			return new InputStream() {

				private int given;

				@Override
				public int read() throws IOException {
					if (this.given++ >= 500_000) {
						throw new IOException("the disk is gone");
					}
					return 0;
				}

			};
		};
	}

	@Test
	void aSourceOfAnAttachmentThatFailsInItsOwnWayMeansThatNothingWasSent() {
		InputStreamSource failing = () -> {
			throw new UncheckedIOException(new IOException("the disk is gone"));
		};
		failure(InvalidMessageException.class, builder().attachment(Attachment.of("data.dat", failing)).build());
		assertThat(this.postmark.received()).isEmpty();
	}

	@Test
	void anErrorWhileAnAttachmentIsReadIsToldAndCostsNoOtherMail() {
		List<BatchItem> told = new CopyOnWriteArrayList<>();
		PostmarkSender listened = PostmarkClientFactory
			.builder(this.postmark.baseUrl(), this.engine.builder(Duration.ofSeconds(2)))
			.retry(Retries.AT_ONCE)
			.listeners(() -> List.of((server, outcome) -> told.add(outcome)))
			.build()
			.sender(() -> TOKEN, MessageDefaults.none());
		this.postmark.holdAnswers();
		CompletableFuture<SendResult> underWay = CompletableFuture.supplyAsync(() -> listened.send(email()));
		Awaitility.await().until(() -> this.postmark.received().size() == 1);
		AtomicInteger readings = new AtomicInteger();
		InputStreamSource failing = () -> {
			if (readings.getAndIncrement() == 0) {
				return new ByteArrayInputStream(new byte[10]);
			}
			throw new NoClassDefFoundError("org/example/Pdf");
		};
		OutboundMessage broken = builder().attachment(Attachment.of("invoice.pdf", failing)).build();
		assertThat(catchThrowableOfType(InvalidMessageException.class, () -> listened.send(broken)))
			.hasMessageContaining("invoice.pdf")
			.hasCauseInstanceOf(NoClassDefFoundError.class);
		assertThat(told).singleElement().isInstanceOf(BatchItem.Rejected.class);
		assertThat(readings).as("measured, and written once").hasValue(2);
		this.postmark.releaseAnswers();
		assertThat(underWay.join().messageId()).isNotEmpty();
		assertThat(listened.send(email()).messageId()).isNotEmpty();
	}

	@Test
	void anErrorWhileAnAttachmentIsMeasuredIsToldToo() {
		InputStreamSource failing = () -> {
			throw new OutOfMemoryError("Java heap space");
		};
		failure(InvalidMessageException.class, builder().attachment(Attachment.of("data.dat", failing)).build());
		assertThat(this.postmark.received()).isEmpty();
	}

	@Test
	void theTokenIsAskedForAtEverySend() {
		AtomicInteger count = new AtomicInteger();
		PostmarkSender rotating = PostmarkClientFactory.builder(this.postmark.baseUrl(), this.engine.builder())
			.retry(Retries.AT_ONCE)
			.build()
			.sender(() -> "token-" + count.incrementAndGet(), MessageDefaults.none());
		rotating.send(email());
		rotating.send(email());
		assertThat(this.postmark.received()).extracting((request) -> request.headers().get("X-Postmark-Server-Token"))
			.containsExactly("token-1", "token-2");
	}

	@Test
	void textOfAServerReachesAnExceptionAsOneLineOfBoundedLength() {
		this.postmark.answer(422,
				"{\"ErrorCode\":300,\"Message\":\"a\\r\\nWARN forged \\u202e" + "x".repeat(50_000) + "\"}");
		PostmarkException ex = failure(PostmarkException.class, email());
		assertThat(ex.getMessage()).doesNotContain("\n", "\r", "\u202e").hasSizeLessThan(25_000);
	}

	private AmbiguousSendException unknown() {
		AmbiguousSendException ex = failure(AmbiguousSendException.class, email());
		assertThat(ex.mayHaveBeenSent()).isTrue();
		assertThat(this.postmark.received()).as("requests").hasSize(1);
		return ex;
	}

	private <X extends Throwable> X failure(Class<X> type, OutboundMessage message) {
		X ex = catchThrowableOfType(type, () -> this.sender.send(message));
		assertThat(ex).as("an exception").isNotNull();
		return ex;
	}

	private static Email email() {
		return builder().build();
	}

	private static Email.Builder builder() {
		return Email.builder()
			.from("Shop <orders@shop.example>")
			.to("ann@mail.example")
			.subject("Order 42")
			.textBody("Thanks");
	}

}
