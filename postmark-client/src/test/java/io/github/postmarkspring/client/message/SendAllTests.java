package io.github.postmarkspring.client.message;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.postmarkspring.client.ClosedPort;
import io.github.postmarkspring.client.Engine;
import io.github.postmarkspring.client.FailingHandler;
import io.github.postmarkspring.client.PostmarkClientFactory;
import io.github.postmarkspring.client.Retries;
import io.github.postmarkspring.client.StubPostmark;
import io.github.postmarkspring.client.error.InactiveRecipientsException;
import io.github.postmarkspring.client.error.InvalidMessageException;
import io.github.postmarkspring.client.error.InvalidTokenException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.InputStreamSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Sending many messages over a socket, on each HTTP engine.
 */
@ParameterizedClass
@EnumSource(Engine.class)
class SendAllTests {

	private final StubPostmark postmark = new StubPostmark();

	private final Engine engine;

	private final PostmarkSender sender;

	SendAllTests(Engine engine) {
		this.engine = engine;
		this.sender = sender(BatchSettings.defaults());
		this.postmark.answerEach(SendAllTests::acceptAll);
	}

	private PostmarkSender sender(BatchSettings batch) {
		return sender(this.postmark.baseUrl(), batch);
	}

	private PostmarkSender sender(URI baseUrl, BatchSettings batch) {
		return PostmarkClientFactory.builder(baseUrl, this.engine.builder())
			.retry(Retries.AT_ONCE)
			.build()
			.sender(() -> "token", MessageDefaults.none(), batch);
	}

	@AfterEach
	void stop() {
		this.postmark.close();
	}

	@Test
	void plainMessagesGoOutAsAnArrayAndEachHasItsResult() {
		this.postmark.answerEach((request) -> """
				[ { "To": "ann@mail.example", "SubmittedAt": "2026-11-02T09:15:30.1234567Z",
				    "MessageID": "0b8f1d3e-5a0c-4c61-9f6e-3f2a7c1d9e10", "ErrorCode": 0, "Message": "OK" },
				  { "ErrorCode": 300, "Message": "Invalid 'To' address: 'nobody'." },
				  { "ErrorCode": 406, "Message": "Found inactive addresses: c@mail.example. Inactive recipients" },
				  { "Message": "OK" } ]""");
		BatchResult result = this.sender.sendAll(List.of(email("ann"), email("nobody"), email("c"), email("d")));
		assertThat(this.postmark.only().line()).isEqualTo("POST /email/batch HTTP/1.1");
		assertThat(this.postmark.only().headers()).containsEntry("X-Postmark-Server-Token", "token");
		assertThat(json(this.postmark.only()).get(0)).isEqualTo(JsonMapper.shared().readTree("""
				{ "From": "a@b.example", "To": "ann@mail.example", "TextBody": "Hi" }"""));
		assertThat(result.accepted()).singleElement().satisfies((item) -> {
			assertThat(item.index()).isZero();
			assertThat(item.result().messageId()).isEqualTo("0b8f1d3e-5a0c-4c61-9f6e-3f2a7c1d9e10");
		});
		assertThat(result.rejected()).extracting(BatchItem.Rejected::index).containsExactly(1L, 2L);
		assertThat(result.rejected().get(0).reason()).isInstanceOf(InvalidMessageException.class)
			.satisfies((ex) -> assertThat(ex.status()).isNull());
		assertThat(result.rejected().get(1).reason()).isInstanceOfSatisfying(InactiveRecipientsException.class,
				(ex) -> assertThat(ex.addresses()).containsExactly("c@mail.example"));
		assertThat(result.unknown()).extracting(BatchItem.Unknown::index).containsExactly(3L);
		assertThat(result.isComplete()).isFalse();
		assertThat(result).hasToString("BatchResult[accepted=1, rejected=2, unknown=1, notAttempted=0]");
	}

	@Test
	void templatedMessagesGoOutInAnObject() {
		BatchResult result = this.sender.sendAll(List.of(templated("ann"), templated("bob")));
		assertThat(this.postmark.only().line()).isEqualTo("POST /email/batchWithTemplates HTTP/1.1");
		assertThat(json(this.postmark.only())).isEqualTo(JsonMapper.shared()
			.readTree(
					"""
							{ "Messages": [
							  { "From": "a@b.example", "To": "ann@mail.example", "TemplateAlias": "hi", "TemplateModel": {} },
							  { "From": "a@b.example", "To": "bob@mail.example", "TemplateAlias": "hi", "TemplateModel": {} } ] }"""));
		assertThat(result.isComplete()).isTrue();
	}

	@Test
	void aMixtureGoesToBothEndpointsAndComesBackInTheOrderGiven() {
		List<OutboundMessage> messages = IntStream.range(0, 1_200)
			.mapToObj((i) -> (i % 3 == 0) ? templated("r" + i) : email("r" + i))
			.collect(Collectors.toList());
		BatchResult result = this.sender.sendAll(messages);
		assertThat(result.items()).hasSize(1_200);
		assertThat(result.isComplete()).isTrue();
		for (int i = 0; i < 1_200; i++) {
			assertThat(result.items().get(i).index()).isEqualTo(i);
			assertThat(result.accepted().get(i).result().messageId()).isEqualTo("id-r" + i + "@mail.example");
			assertThat(result.items().get(i).message()).isSameAs(messages.get(i));
		}
	}

	@Test
	void noRequestHasMoreThan500Messages() {
		this.sender.sendAll(emails(1_001));
		assertThat(this.postmark.received()).extracting((request) -> json(request).size())
			.containsExactlyInAnyOrder(500, 500, 1);
	}

	@Test
	void noRequestIsLargerThanAllowed() {
		PostmarkSender small = sender(new BatchSettings(500, 1_000, 1));
		assertThat(small.sendAll(emails(100)).isComplete()).isTrue();
		assertThat(this.postmark.received()).hasSizeGreaterThan(5)
			.allSatisfy((request) -> assertThat(request.body()).hasSizeLessThanOrEqualTo(1_000));
	}

	@Test
	void aMessageThatIsInvalidDoesNotTakeOthersWithIt() {
		BatchResult result = this.sender.sendAll(List.of(email("a"),
				Email.builder().from("a@b.example").to("nobody").textBody("Hi").build(), email("c")));
		assertThat(result.accepted()).extracting(BatchItem.Accepted::index).containsExactly(0L, 2L);
		assertThat(result.rejected()).singleElement()
			.satisfies((item) -> assertThat(((InvalidMessageException) item.reason()).field()).isEqualTo("To"));
		assertThat(json(this.postmark.only())).hasSize(2);
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void anAttachmentThatBreaksWhileItIsSentTakesOnlyItsOwnMessageWithIt(boolean error) {
		AtomicInteger readings = new AtomicInteger();
		InputStreamSource breaking = () -> {
			if (readings.getAndIncrement() == 0) {
				return new ByteArrayInputStream(new byte[1_000]);
			}
			if (error) {
				throw new OutOfMemoryError("Java heap space");
			}
			throw new IOException("the disk is gone");
		};
		Email broken = Email.builder()
			.from("a@b.example")
			.to("b@mail.example")
			.textBody("Hi")
			.attachment(Attachment.of("b.dat", breaking))
			.build();
		BatchResult result = this.sender.sendAll(List.of(email("a"), broken, email("c")));
		assertThat(result.accepted()).extracting(BatchItem.Accepted::index).containsExactly(0L, 2L);
		assertThat(result.rejected()).extracting(BatchItem.Rejected::index).containsExactly(1L);
		assertThat(json(this.postmark.only())).hasSize(2);
	}

	@Test
	void aRequestThatFailsDoesNotLoseTheOthers() {
		this.postmark.answer(500, "{\"ErrorCode\":101,\"Message\":\"Oops\"}");
		this.postmark.answerEach((request) -> request.text().contains("r600@") ? null : acceptAll(request));
		BatchResult result = this.sender.sendAll(emails(1_500));
		assertThat(result.accepted()).hasSize(1_000);
		assertThat(result.unknown()).hasSize(500).first().satisfies((item) -> assertThat(item.index()).isEqualTo(500));
		assertThat(this.postmark.received()).as("nothing is repeated").hasSize(3);
	}

	@Test
	void anAnswerThatDoesNotCountTheMessagesLeavesThemUnknown() {
		this.postmark.answerEach((request) -> "[{\"MessageID\":\"m1\",\"ErrorCode\":0}]");
		assertThat(this.sender.sendAll(emails(2)).unknown()).hasSize(2);
	}

	@Test
	void aResultThatIsMissingLeavesItsMessageUnknownAndTheOthersAsTheyAre() {
		this.postmark.answerEach((request) -> "[{\"MessageID\":\"m1\",\"ErrorCode\":0},null]");
		assertThat(this.sender.sendAll(emails(2)))
			.hasToString("BatchResult[accepted=1, rejected=0, unknown=1, notAttempted=0]");
	}

	@Test
	void aModelThatContainsItselfTakesOnlyItsOwnMessageWithIt() {
		this.postmark.answerEach((request) -> "[{\"MessageID\":\"m1\",\"ErrorCode\":0}]");
		Map<String, Object> endless = new HashMap<>();
		endless.put("self", endless);
		TemplatedEmail broken = TemplatedEmail.builder()
			.from("a@b.example")
			.to("b@mail.example")
			.templateAlias("order-paid")
			.templateModel(endless)
			.build();
		BatchResult result = this.sender.sendAll(List.of(email("a"), broken));
		assertThat(result).hasToString("BatchResult[accepted=1, rejected=1, unknown=0, notAttempted=0]");
		assertThat(result.rejected()).extracting((item) -> item.reason().getMessage())
			.containsExactly("Not sent, 'TemplateModel' is not valid: a java.util.HashMap cannot be written as JSON");
	}

	@Test
	void aTokenThatIsRefusedRejectsThemAll() {
		this.postmark.answerEach((request) -> null);
		this.postmark.answer(401, "{\"ErrorCode\":10,\"Message\":\"No\"}");
		assertThat(this.sender.sendAll(emails(3)).rejected()).hasSize(3)
			.allSatisfy((item) -> assertThat(item.reason()).isInstanceOf(InvalidTokenException.class));
	}

	@Test
	void whatDoesNotReachPostmarkIsNotAttempted() {
		try (ClosedPort nobody = new ClosedPort()) {
			assertThat(sender(nobody.baseUrl(), BatchSettings.defaults()).sendAll(emails(3)).notAttempted()).hasSize(3)
				.allSatisfy((item) -> assertThat(item.reason().mayHaveBeenSent()).isFalse());
		}
	}

	@Test
	void noMessagesMakeNoRequest() {
		assertThat(this.sender.sendAll(List.of()).items()).isEmpty();
		assertThat(this.postmark.received()).isEmpty();
	}

	@Test
	void messagesAreTakenOnlyAsFastAsTheyAreSent() {
		AtomicInteger taken = new AtomicInteger();
		AtomicLong farthest = new AtomicLong();
		Stream<Email> endless = IntStream.range(0, 20_000).mapToObj((i) -> {
			taken.incrementAndGet();
			return email("r" + i);
		});
		PostmarkSender twoAtOnce = sender(new BatchSettings(100, 50_000_000, 2));
		twoAtOnce.sendAll(endless, (item) -> farthest.accumulateAndGet(taken.get() - item.index(), Math::max));
		assertThat(taken).hasValue(20_000);
		assertThat(farthest).as("messages taken ahead of their results").hasValueLessThanOrEqualTo(401);
	}

	@Test
	void noMoreRequestsAreUnderWayThanAllowed() {
		AtomicInteger underWay = new AtomicInteger();
		AtomicInteger most = new AtomicInteger();
		this.postmark.answerEach((request) -> {
			most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
			try {
				return acceptAll(request);
			}
			finally {
				underWay.decrementAndGet();
			}
		});
		sender(new BatchSettings(10, 50_000_000, 3)).sendAll(emails(1_000));
		assertThat(most).hasValueBetween(1, 3);
	}

	@ParameterizedTest
	@MethodSource
	void whereMessagesFailToComeWhatWasTakenIsSentAndTold(Throwable failure) {
		Iterator<Email> three = emails(3).iterator();
		Iterable<Email> failing = () -> new Iterator<>() {

			@Override
			public boolean hasNext() {
				return true;
			}

			@Override
			public Email next() {
				if (!three.hasNext()) {
					FailingHandler.<RuntimeException>raise(failure);
				}
				return three.next();
			}

		};
		BatchAbortedException ex = catchThrowableOfType(BatchAbortedException.class,
				() -> this.sender.sendAll(failing));
		assertThat(ex).hasCause(failure);
		assertThat(ex.result().accepted()).hasSize(3);
	}

	static Stream<Throwable> whereMessagesFailToComeWhatWasTakenIsSentAndTold() {
		return Stream.of(new IllegalStateException("the database is gone"), new StackOverflowError());
	}

	@Test
	void whereResultsAreNotTakenNothingMoreIsSent() {
		PostmarkSender one = sender(new BatchSettings(10, 50_000_000, 1));
		List<BatchItem> taken = new ArrayList<>();
		assertThatExceptionOfType(BatchAbortedException.class).isThrownBy(() -> one.sendAll(emails(1_000), (item) -> {
			taken.add(item);
			throw new IllegalStateException("the disk is full");
		})).withRootCauseInstanceOf(IllegalStateException.class);
		assertThat(taken).hasSize(1);
		assertThat(this.postmark.received()).hasSize(1);
	}

	@Test
	void anInterruptionEndsItAfterWhatWasTaken() {
		AtomicInteger taken = new AtomicInteger();
		Stream<OutboundMessage> interrupting = IntStream.range(0, 1_000).mapToObj((i) -> {
			if (taken.incrementAndGet() == 10) {
				Thread.currentThread().interrupt();
			}
			return email("r" + i);
		});
		BatchAbortedException ex = catchThrowableOfType(BatchAbortedException.class,
				() -> this.sender.sendAll(interrupting::iterator));
		assertThat(Thread.interrupted()).as("interrupted").isTrue();
		assertThat(ex.result().accepted()).hasSize(10);
	}

	private static String acceptAll(StubPostmark.Received request) {
		JsonNode body = json(request);
		JsonNode messages = body.isArray() ? body : body.path("Messages");
		List<Map<String, Object>> answers = new ArrayList<>();
		messages.forEach((message) -> answers.add(Map.of("MessageID", "id-" + message.path("To").asString(),
				"ErrorCode", 0, "Message", "OK", "SubmittedAt", "2026-11-02T09:15:30.1234567Z")));
		return JsonMapper.shared().writeValueAsString(answers);
	}

	private static JsonNode json(StubPostmark.Received request) {
		return JsonMapper.shared().readTree(request.body());
	}

	private static List<Email> emails(int count) {
		return IntStream.range(0, count).mapToObj((i) -> email("r" + i)).toList();
	}

	private static Email email(String recipient) {
		return Email.builder().from("a@b.example").to(recipient + "@mail.example").textBody("Hi").build();
	}

	private static TemplatedEmail templated(String recipient) {
		return TemplatedEmail.builder().from("a@b.example").to(recipient + "@mail.example").templateAlias("hi").build();
	}

}
