package io.github.postmarkspring.boot.autoconfigure.logging;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import io.github.postmarkspring.boot.autoconfigure.PostmarkAutoConfiguration;
import io.github.postmarkspring.client.StubPostmark;
import io.github.postmarkspring.client.error.PostmarkException;
import io.github.postmarkspring.client.message.Email;
import io.github.postmarkspring.client.message.PostmarkSender;
import io.github.postmarkspring.client.message.SendListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.restclient.RestClientCustomizer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.retry.RetryTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What is logged of messages.
 */
class SendLogTests {

	private final Logger logger = (Logger) LoggerFactory.getLogger(PostmarkSender.class);

	/** Here and not in the output, which other tests may have quieted. */
	private final ListAppender<ILoggingEvent> log = new ListAppender<>();

	private final StubPostmark postmark = new StubPostmark();

	@BeforeEach
	void listen() {
		this.logger.setLevel(Level.INFO);
		this.log.start();
		this.logger.addAppender(this.log);
	}

	@AfterEach
	void stop() {
		this.postmark.close();
		this.logger.detachAppender(this.log);
		this.logger.setLevel(null);
	}

	@Test
	void aMessageThatIsSentIsLoggedForDebuggingOnly() {
		send("postmark.logging.recipients=masked");
		assertThat(lines()).isEmpty();
		this.logger.setLevel(Level.DEBUG);
		send("postmark.logging.recipients=masked");
		assertThat(lines()).singleElement()
			.asString()
			.contains("DEBUG",
					"Message sent, server 'default', to a***@mail.example, MessageID 0b8f1d3e-5a0c-4c61-9f6e-3f");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"',
			value = { "422 | 300 | WARN | refused, server 'default', to a***@mail.example: Postmark refused the call",
					"422 | 406 | WARN | refused, server", "401 | 10 | ERROR | refused, server",
					"422 | 412 | ERROR | refused, server", "429 | 0 | WARN | refused for now, server",
					"503 | 100 | WARN | refused for now, server", "500 | 0 | ERROR | perhaps sent, server",
					"302 | 0 | WARN | not sent, server" })
	void aMessageThatFailsIsOneLineAtTheLevelOfWhatIsToBeDone(int status, int code, String level, String line) {
		this.postmark.answer(status,
				"{\"ErrorCode\":" + code + ",\"Message\":\"Not for 'ann@mail.example'\\r\\n2026 ERROR forged\"}");
		fail();
		assertThat(lines()).singleElement().asString().startsWith(level + " Message ").contains(line, "'default'");
		if (code != 0) {
			assertThat(lines().get(0)).contains("ErrorCode " + code, "'a***@mail.example' 2026 ERROR forged");
		}
		assertThat(lines().get(0)).doesNotContain("ann@mail", "s3cr3t", "\n", "\r");
	}

	@ParameterizedTest
	@CsvSource({ "422, 406, 1", "429, 0, 3", "503, 100, 3", "500, 0, 1" })
	void theLogOfSpringsRetriesTellsOfFailuresButNotWhatIsInThem(int status, int code, int attempts) {
		this.postmark.answer(status, "{\"ErrorCode\":" + code + ",\"Message\":\"Not for ann@mail.example\"}");
		List<String> retries = logOfRetries(this.log,
				runner().withPropertyValues("postmark.retry.max-attempts=3", "postmark.retry.delay=0s"));
		assertThat(this.postmark.received()).hasSize(attempts);
		assertThat(retries).anyMatch((line) -> line.contains("'call of Postmark' failed"))
			.noneMatch((line) -> line.contains("ann@mail") || line.contains("successfully"));
	}

	@Test
	void theLogOfSpringsRetriesDoesNotTellWhatAnInterceptorQuotes() {
		List<String> retries = logOfRetries(this.log, runner().withBean(RestClientCustomizer.class,
				() -> (builder) -> builder.requestInterceptor((request, body, execution) -> {
					throw SendLogTests.<RuntimeException>unchecked(
							new Exception("ann@mail.example " + request.getHeaders().toSingleValueMap()));
				})));
		assertThat(retries).isNotEmpty().noneMatch((line) -> line.contains("ann@mail") || line.contains("s3cr3t"));
	}

	@Test
	void aLogThatFailsDoesNotCostWhatIsKnownOfAMail() {
		ListAppender<ILoggingEvent> full = new ListAppender<>() {

			@Override
			public void doAppend(ILoggingEvent event) {
				if (!event.getFormattedMessage().startsWith("Preparing")) {
					throw new IllegalStateException("The log is full");
				}
			}

		};
		full.start();
		logOfRetries(full, runner(), false);
		this.postmark.answer(500, "{}");
		logOfRetries(full, runner(), true);
	}

	private List<String> logOfRetries(ListAppender<ILoggingEvent> appender, ApplicationContextRunner runner) {
		return logOfRetries(appender, runner, true);
	}

	/** Send, and return what Spring's template writes to its log meanwhile. */
	private List<String> logOfRetries(ListAppender<ILoggingEvent> appender, ApplicationContextRunner runner,
			boolean fails) {
		Logger spring = (Logger) LoggerFactory.getLogger(RetryTemplate.class);
		spring.setLevel(Level.DEBUG);
		spring.addAppender(appender);
		try {
			runner.withPropertyValues("postmark.server-token=s3cr3t").run((context) -> {
				PostmarkSender sender = context.getBean(PostmarkSender.class);
				if (fails) {
					assertThatExceptionOfType(PostmarkException.class).isThrownBy(() -> sender.send(email()));
				}
				else {
					assertThat(sender.send(email()).messageId()).isNotEmpty();
				}
			});
		}
		finally {
			spring.detachAppender(appender);
			spring.setLevel(null);
		}
		return appender.list.stream()
			.filter((event) -> event.getLoggerName().equals(spring.getName()))
			.map((event) -> event.getFormattedMessage() + ThrowableProxyUtil.asString(event.getThrowableProxy()))
			.toList();
	}

	@SuppressWarnings("unchecked")
	private static <X extends Throwable> X unchecked(Throwable ex) throws X {
		throw (X) ex;
	}

	@Test
	void theIdOfAMessageCannotForgeALine() {
		this.postmark.answer(200, "{\"ErrorCode\":0,\"MessageID\":\"0b8f\\r\\n2026 ERROR " + "x".repeat(500) + "\"}");
		this.logger.setLevel(Level.DEBUG);
		send();
		assertThat(lines()).singleElement().asString().contains("MessageID 0b8f 2026 ERROR xxx").hasSizeLessThan(200);
	}

	@Test
	void whatPostmarkSaysAtLengthDoesNotMakeALongLine() {
		String message = "\"Message\":\"" + "word ".repeat(1000) + "\"";
		this.postmark.answer(422, "{\"ErrorCode\":300," + message + "}");
		fail();
		assertThat(lines()).singleElement().asString().contains("word word").hasSizeLessThan(600);
		this.log.list.clear();
		String answer = "{\"ErrorCode\":300," + message + "}";
		this.postmark.answer(200, "[" + answer + "," + answer + "," + answer + "," + answer + "]");
		runner().run((context) -> context.getBean(PostmarkSender.class)
			.sendAll(List.of(email(), email(), email(), email())));
		assertThat(lines()).singleElement().asString().contains("word word").hasSizeLessThan(1000);
	}

	@Test
	void aRequestThatIsRefusedAsAWholeIsOneKindOfFailure() {
		this.postmark.answer(429, "{}");
		runner().run((context) -> context.getBean(PostmarkSender.class).sendAll(List.of(email(), email())));
		assertThat(lines()).singleElement().asString().contains(" 2 failed: 2 refused for now. Index 0, ");
	}

	@Test
	void aMessageThatNobodyCouldTakeIsNotSent() {
		this.postmark.close();
		fail();
		assertThat(lines()).singleElement()
			.asString()
			.contains("WARN ", "not sent, server 'default', to a***@mail.example: The message was not sent");
	}

	@Test
	void aMessageOfWhichNobodyKnowsHasTheKeyThatItCanBeLookedUpBy() {
		this.postmark.answer(500, "{}");
		runner().run((context) -> assertThatExceptionOfType(PostmarkException.class)
			.isThrownBy(() -> context.getBean(PostmarkSender.class)
				.send(Email.builder()
					.from("a@b.example")
					.to("ann@mail.example")
					.reconciliationKey("order-7")
					.textBody("Hi")
					.build())));
		assertThat(lines()).singleElement()
			.asString()
			.contains("to a***@mail.example, reconciliation key order-7: Postmark answered HTTP 500");
	}

	@Test
	void aMessageThatIsNotValidIsRefusedBeforeItIsSent() {
		runner().run((context) -> assertThatExceptionOfType(PostmarkException.class)
			.isThrownBy(() -> context.getBean(PostmarkSender.class)
				.send(Email.builder().from("a@b.example").to("kim smith@mail.example").textBody("s3cr3t").build())));
		assertThat(lines()).singleElement()
			.asString()
			.contains("WARN ", "refused, server", "To", "'k***@mail.example'");
		assertThat(lines().get(0)).doesNotContain("smith", "s3cr3t");
	}

	@Test
	void whatIsSaidOfOneMessageOfARequestHasNothingOfAnother() {
		this.postmark.answer(422,
				"""
						{"ErrorCode":300,"Message":"Illegal email mailbox 'bob.smith' in address 'Bob Smith <bob.smith@mail.example>'"}""");
		runner().run((context) -> context.getBean(PostmarkSender.class)
			.sendAll(List.of(email(),
					Email.builder()
						.from("a@b.example")
						.to("Bob Smith <bob.smith@mail.example>")
						.textBody("Hi")
						.build())));
		assertThat(lines()).singleElement()
			.asString()
			.contains("Index 0, to a***@mail.example: ",
					"Illegal email mailbox '***' in address 'b***@mail.example'; Index 1")
			.doesNotContainIgnoringCase("smith");
	}

	@Test
	void hundredsThatFailTogetherAreOneLineWithSomeExamples() {
		String answers = IntStream.range(0, 500)
			.mapToObj((i) -> "{\"ErrorCode\":%d,\"Message\":\"No 'p%d@mail.example'\",\"MessageID\":\"0b8f\"}"
				.formatted((i < 20) ? 0 : (i % 2 == 0) ? 406 : 300, i))
			.collect(Collectors.joining(",", "[", "]"));
		this.postmark.answer(200, answers);
		List<Email> emails = IntStream.range(0, 500)
			.mapToObj((i) -> Email.builder()
				.from("a@b.example")
				.to("p" + i + "@mail.example")
				.subject("s3cr3t")
				.textBody("s3cr3t")
				.build())
			.toList();
		runner().run((context) -> context.getBean(PostmarkSender.class).sendAll(emails));
		assertThat(lines()).singleElement()
			.asString()
			.contains("WARN ",
					"Of 500 messages in one request with server 'default', 480 failed: 240 refused with ErrorCode 406, "
							+ "240 refused with ErrorCode 300. Index 20, to p***@mail.example: ",
					"; Index 21, to", "; Index 22, to")
			.doesNotContain("Index 23", "s3cr3t", "p21@")
			.hasSizeLessThan(1500);
	}

	@Test
	void theOnlyOneThatFailsOfManyIsToldByItsPlaceAmongThem() {
		this.postmark.answer(200, "[{\"ErrorCode\":0,\"MessageID\":\"0b8f\"},{\"ErrorCode\":300,\"Message\":\"No\"}]");
		runner().run((context) -> context.getBean(PostmarkSender.class).sendAll(List.of(email(), email())));
		assertThat(lines()).singleElement()
			.asString()
			.startsWith("WARN Of 2 messages in one request with server 'default', 1 failed: "
					+ "1 refused with ErrorCode 300. Index 1, to a***@mail.example: ");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"ErrorCode\":412,\"Message\":\"Pending approval\"}", "{\"ErrorCode\":0}" })
	void oneThatSomebodyHasToLookAtMakesAnErrorOfAllThatFailTogether(String answer) {
		this.postmark.answer(200, "[{\"ErrorCode\":300,\"Message\":\"No\"}," + answer + "]");
		runner().run((context) -> context.getBean(PostmarkSender.class).sendAll(List.of(email(), email())));
		assertThat(lines()).singleElement().asString().startsWith("ERROR Of 2 messages in one request");
	}

	@Test
	void hundredsOfWhichNobodyKnowsAreAnError() {
		this.postmark.answer(500, "{}");
		List<Email> emails = new ArrayList<>();
		for (int i = 0; i < 500; i++) {
			emails.add(Email.builder().from("a@b.example").to("p@mail.example").textBody("Hi").build());
		}
		runner().run((context) -> context.getBean(PostmarkSender.class).sendAll(emails));
		assertThat(lines()).singleElement().asString().contains("ERROR ", "500 failed: 500 perhaps sent. Index 0, ");
	}

	@Test
	void manyKindsOfFailuresDoNotMakeALongLine() {
		String answers = IntStream.range(0, 500)
			.mapToObj((i) -> "{\"ErrorCode\":%d,\"Message\":\"No\"}".formatted(i + 2000))
			.collect(Collectors.joining(",", "[", "]"));
		this.postmark.answer(200, answers);
		List<Email> emails = new ArrayList<>();
		for (int i = 0; i < 500; i++) {
			emails.add(Email.builder().from("a@b.example").to("p@mail.example").textBody("Hi").build());
		}
		runner().run((context) -> context.getBean(PostmarkSender.class).sendAll(emails));
		assertThat(lines()).singleElement()
			.asString()
			.contains("1 refused with ErrorCode 2004 and others. ")
			.hasSizeLessThan(1500);
	}

	@Test
	void addressesCanBeShown() {
		this.postmark.answer(422, "{\"ErrorCode\":300,\"Message\":\"Not for 'ann@mail.example'\"}");
		fail("postmark.logging.recipients=shown");
		assertThat(lines().get(0)).contains("to ann@mail.example: ", "Not for 'ann@mail.example'");
	}

	@Test
	void addressesCanBeHashed() {
		this.postmark.answer(422, "{\"ErrorCode\":300,\"Message\":\"Not for 'ann@mail.example'\"}");
		fail("postmark.logging.recipients=hashed", "postmark.logging.hash-key=key");
		assertThat(lines().get(0)).containsPattern("to (#[0-9a-f]{12}): .* Not for '\\1'")
			.doesNotContain("mail.example");
	}

	@Test
	void itCanBeSwitchedOffByItsLogger() {
		this.logger.setLevel(Level.OFF);
		this.postmark.answer(500, "{}");
		fail();
		assertThat(lines()).isEmpty();
	}

	@Test
	void itDoesNotKeepListenersOfTheApplicationFromBeingTold() {
		List<String> told = new ArrayList<>();
		runner().withBean(SendListener.class, () -> (server, outcome) -> told.add(server))
			.run((context) -> context.getBean(PostmarkSender.class).send(email()));
		assertThat(told).containsExactly("default");
	}

	@Test
	void thereIsNoneWhenPostmarkIsSwitchedOff() {
		runner().withPropertyValues("postmark.enabled=false")
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(SendListener.class));
	}

	@Test
	void theKeyIsNeverShown() {
		assertThat(new PostmarkLoggingProperties(PostmarkLoggingProperties.Recipients.HASHED, "s3cr3t").toString())
			.doesNotContain("s3cr3t");
	}

	private void send(String... properties) {
		runner().withPropertyValues(properties).run((context) -> context.getBean(PostmarkSender.class).send(email()));
	}

	private void fail(String... properties) {
		runner().withPropertyValues(properties)
			.run((context) -> assertThatExceptionOfType(PostmarkException.class)
				.isThrownBy(() -> context.getBean(PostmarkSender.class).send(email())));
	}

	private static Email email() {
		return Email.builder().from("a@b.example").to("ann@mail.example").subject("s3cr3t").textBody("s3cr3t").build();
	}

	private List<String> lines() {
		assertThat(this.log.list).allMatch((event) -> event.getThrowableProxy() == null);
		return this.log.list.stream().map((event) -> event.getLevel() + " " + event.getFormattedMessage()).toList();
	}

	private ApplicationContextRunner runner() {
		return new ApplicationContextRunner()
			.withConfiguration(
					AutoConfigurations.of(PostmarkAutoConfiguration.class, PostmarkLoggingAutoConfiguration.class))
			.withPropertyValues("postmark.server-token=token", "postmark.retry.max-attempts=1",
					"postmark.base-url=" + this.postmark.baseUrl());
	}

}
