package io.github.postmarkspring.client.http;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;

import io.github.postmarkspring.client.Engine;
import io.github.postmarkspring.client.error.AmbiguousSendException;
import io.github.postmarkspring.client.error.InvalidMessageException;
import io.github.postmarkspring.client.error.InvalidTokenException;
import io.github.postmarkspring.client.error.PostmarkTransportException;
import io.github.postmarkspring.client.http.ForgetfulPostmark.Fate;
import io.github.postmarkspring.client.message.BatchItem;
import io.github.postmarkspring.client.message.BatchResult;
import io.github.postmarkspring.client.message.BatchSettings;
import io.github.postmarkspring.client.message.DefaultPostmarkSender;
import io.github.postmarkspring.client.message.Email;
import io.github.postmarkspring.client.message.MessageDefaults;
import io.github.postmarkspring.client.message.OutboundMessage;
import io.github.postmarkspring.client.message.PostmarkSender;
import io.github.postmarkspring.client.message.Reconciliation;
import io.github.postmarkspring.client.message.ReconciliationKey;
import io.github.postmarkspring.client.message.ReconciliationSettings.Mode;
import io.github.postmarkspring.client.message.ReconciliationSettings;
import io.github.postmarkspring.client.message.SendListener;
import io.github.postmarkspring.client.message.SendObservations;
import io.github.postmarkspring.client.message.SendResult;
import io.github.postmarkspring.client.message.SenderSetup;
import io.github.postmarkspring.client.message.TemplatedEmail;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * What is found out about mail of which it is not known whether it was accepted. No test
 * waits.
 */
class ReconciliationTests {

	private final RecordedPauses pauses = new RecordedPauses();

	private final ForgetfulPostmark postmark = new ForgetfulPostmark(this::elapsed);

	private final List<Reconciliation> told = new CopyOnWriteArrayList<>();

	private final List<BatchItem> outcomes = new CopyOnWriteArrayList<>();

	private volatile PostmarkHttp http;

	private volatile boolean failingListener;

	@AfterEach
	void stop() {
		Thread.interrupted();
		this.postmark.close();
	}

	@ParameterizedTest
	@EnumSource(names = { "CHECK", "RESEND" })
	void aMailWhoseAnswerWasLostIsFoundAndReportedAsAccepted(Mode mode) {
		this.postmark.next(Fate.LOST);
		this.postmark.indexDelay = Duration.ofSeconds(3);
		SendResult result = sender(mode).send(email().build());
		assertThat(result.messageId()).isEqualTo("id-0");
		assertThat(result.reconciled()).isTrue();
		assertThat(result.submittedAt()).isNotNull();
		assertThat(this.postmark.sendings()).hasSize(1);
		assertThat(this.pauses.durations()).containsExactly(Duration.ZERO, Duration.ofSeconds(2),
				Duration.ofSeconds(2));
		assertThat(this.told).containsExactly(Reconciliation.FOUND);
		assertThat(this.outcomes).singleElement().isInstanceOf(BatchItem.Accepted.class);
	}

	@Test
	void aMailThatIsListedTooLateStaysUnknownWithItsKeyToLookForLater() {
		this.postmark.next(Fate.LOST);
		this.postmark.indexDelay = Duration.ofSeconds(6);
		PostmarkSender sender = sender(Mode.CHECK);
		AmbiguousSendException ex = failure(sender, email().build());
		assertThat(ex)
			.hasMessageContaining("not found within 5000 ms, which is evidence that it was not accepted, and no proof");
		assertThat(ex.isNotFound()).isTrue();
		assertThat(ex.mayHaveBeenSent()).isTrue();
		assertThat(this.told).containsExactly(Reconciliation.NOT_FOUND);
		assertThat(this.outcomes).singleElement().isInstanceOf(BatchItem.Unknown.class);
		String key = String.valueOf(ex.reconciliationKey());
		assertThat(sender.findSent(key)).isEmpty();
		this.pauses.durations().add(Duration.ofSeconds(1));
		assertThat(sender.findSent(key)).get().extracting(SendResult::messageId).isEqualTo("id-0");
	}

	@Test
	void theLastLookIsWhenTheTimeIsOverAndNotBefore() {
		this.postmark.next(Fate.LOST);
		this.postmark.indexDelay = Duration.ofSeconds(5);
		assertThat(sender(Mode.CHECK).send(email().build()).reconciled()).isTrue();
		assertThat(this.pauses.durations()).containsExactly(Duration.ZERO, Duration.ofSeconds(2), Duration.ofSeconds(2),
				Duration.ofSeconds(1));
	}

	@Test
	void aMailThatIsNotFoundIsSentAgainIfThatIsWished() {
		this.postmark.next(Fate.FAILED);
		SendResult result = sender(Mode.RESEND).send(email().build());
		assertThat(result.messageId()).isEqualTo("id-0");
		assertThat(result.reconciled()).isFalse();
		assertThat(this.postmark.accepted()).hasSize(1);
		assertThat(this.postmark.sendings()).hasSize(2).containsOnly(this.postmark.sendings().get(0));
		assertThat(this.told).containsExactly(Reconciliation.RESENT);
		assertThat(this.outcomes).singleElement().isInstanceOf(BatchItem.Accepted.class);
	}

	@Test
	void withoutReconciliationNothingIsLookedUpAndNothingIsWrittenIntoTheMail() {
		this.postmark.next(Fate.LOST);
		AmbiguousSendException ex = failure(sender(Mode.OFF), email().build());
		assertThat(ex.reconciliationKey()).isNull();
		assertThat(ex.isNotFound()).isFalse();
		assertThat(this.postmark.searches()).isEmpty();
		assertThat(this.postmark.sendings()).singleElement().asString().doesNotContain("Metadata");
		assertThat(this.told).isEmpty();
	}

	@ParameterizedTest
	@EnumSource(names = { "CHECK", "RESEND" })
	void ofManyWhoseAnswerWasLostAllAreFoundOnAPageOrTwo(Mode mode) {
		this.postmark.acceptOthers(700, Duration.ZERO, "outbound");
		this.postmark.next(Fate.LOST);
		this.postmark.indexDelay = Duration.ofSeconds(1);
		BatchResult result = sender(mode).sendAll(emails(500));
		assertThat(result.isComplete()).isTrue();
		assertThat(result.accepted()).extracting(BatchItem.Accepted::index)
			.isSorted()
			.hasSize(500)
			.doesNotHaveDuplicates();
		assertThat(result.accepted()).allSatisfy((item) -> {
			assertThat(item.result().reconciled()).isTrue();
			assertThat(item.message().to()).singleElement()
				.hasToString(this.postmark.accepted(item.result().messageId()).to().get(0));
		});
		assertThat(this.postmark.sendings()).hasSize(1);
		assertThat(this.postmark.searches()).hasSizeBetween(3, 6)
			.allSatisfy((search) -> assertThat(search).doesNotContainKey("metadata_reconciliation-key"));
		assertThat(this.told).hasSize(500).containsOnly(Reconciliation.FOUND);
	}

	@Test
	void ofManyOnlyThoseThatAreNotFoundAreSentAgain() {
		this.postmark.next(Fate.PARTLY_LOST);
		BatchResult result = sender(Mode.RESEND).sendAll(emails(30));
		assertThat(result.isComplete()).isTrue();
		assertThat(this.postmark.sendings()).hasSize(2);
		assertThat(this.postmark.accepted()).extracting((message) -> message.to().get(0))
			.hasSize(30)
			.doesNotHaveDuplicates();
		assertThat(this.told).hasSize(30).filteredOn(Reconciliation.RESENT::equals).hasSize(10);
		assertThat(result.accepted()).filteredOn((item) -> item.result().reconciled()).hasSize(20);
	}

	@Test
	void ofManyThoseThatAreNotFoundStayUnknownEachWithItsKey() {
		this.postmark.next(Fate.PARTLY_LOST);
		BatchResult result = sender(Mode.CHECK).sendAll(emails(30));
		assertThat(result.accepted()).hasSize(20);
		assertThat(result.unknown()).hasSize(10)
			.allMatch((item) -> item.reason().isNotFound() && item.index() % 3 == 0)
			.extracting((item) -> item.reason().reconciliationKey())
			.doesNotContainNull()
			.doesNotHaveDuplicates();
	}

	@Test
	void ofManyThatAreListedTooLateNoneIsReportedAsSentAndNoneAsNotSent() {
		this.postmark.next(Fate.LOST);
		this.postmark.indexDelay = Duration.ofSeconds(6);
		BatchResult result = sender(Mode.CHECK).sendAll(emails(30));
		assertThat(result.unknown()).hasSize(30).allMatch((item) -> item.reason().isNotFound());
	}

	@Test
	void aFewAreAskedForOneByOneInTheStreamTheyWentTo() {
		this.postmark.acceptOthers(600, Duration.ZERO, "outbound");
		this.postmark.next(Fate.LOST);
		List<Email> emails = IntStream.range(0, 4)
			.mapToObj((i) -> email().to("m" + i + "@d.example").messageStream((i < 2) ? "news" : null).build())
			.toList();
		assertThat(sender(Mode.CHECK).sendAll(emails).isComplete()).isTrue();
		assertThat(this.postmark.searches()).hasSize(4)
			.allSatisfy((search) -> assertThat(search).containsKey("metadata_reconciliation-key"))
			.extracting((search) -> search.get("messagestream"))
			.containsExactlyInAnyOrder("news", "news", "outbound", "outbound");
	}

	@Test
	void aMailIsLookedForInTheStreamOfTheDefaults() {
		MessageDefaults defaults = new MessageDefaults(null, List.of(), "news", null, null, null, List.of(), Map.of());
		this.postmark.next(Fate.LOST);
		PostmarkSender sender = sender(Mode.CHECK, defaults, RetrySettings.defaults());
		SendResult result = sender.send(email().reconciliationKey("mine").build());
		assertThat(result.reconciled()).isTrue();
		assertThat(sender.findSent("mine")).contains(result);
		assertThat(sender.findSent("mine", "outbound")).isEmpty();
		assertThat(sender.findSent("other")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(longs = { -100, 0, 100 })
	void aListIsReadBackToBeforeTheMailWasSentWhateverTheClockOfThisMachine(long hoursAhead) {
		this.postmark.clockAhead = Duration.ofHours(hoursAhead);
		this.postmark.acceptOthers(9_000, Duration.ofHours(1), "outbound");
		this.postmark.next(Fate.FAILED);
		this.postmark.onSearch(() -> this.postmark.acceptOthers(100, Duration.ZERO, "outbound"));
		BatchResult result = sender(Mode.CHECK).sendAll(emails(30));
		assertThat(result.unknown()).hasSize(30).allMatch((item) -> item.reason().isNotFound());
		assertThat(this.postmark.searches()).hasSizeBetween(4, 8);
	}

	@Test
	void aListThatDoesNotReachBackFarEnoughSaysNothing() {
		this.postmark.acceptOthers(10_001, Duration.ZERO, "outbound");
		this.postmark.next(Fate.FAILED);
		BatchResult result = sender(Mode.RESEND).sendAll(emails(11));
		assertThat(result.unknown()).hasSize(11).noneMatch((item) -> item.reason().isNotFound());
		assertThat(result.unknown().get(0).reason()).hasMessageContaining("lists 10000 messages at the most");
		assertThat(this.postmark.sendings()).hasSize(1);
		assertThat(this.told).hasSize(11).containsOnly(Reconciliation.FAILED);
	}

	@Test
	void aListThatBeginsWithTheOldestSaysNothing() {
		this.postmark.oldestFirst = true;
		this.postmark.acceptOthers(501, Duration.ofHours(1), "outbound");
		this.postmark.acceptOthers(500, Duration.ZERO, "outbound");
		this.postmark.next(Fate.FAILED);
		BatchResult result = sender(Mode.RESEND).sendAll(emails(11));
		assertThat(result.unknown()).hasSize(11).noneMatch((item) -> item.reason().isNotFound());
		assertThat(this.postmark.sendings()).hasSize(1);
	}

	@Test
	void aSearchThatFailsInTheMeantimeDoesNoHarm() {
		this.postmark.next(Fate.LOST);
		this.postmark.failSearches(500, 503);
		assertThat(sender(Mode.RESEND).send(email().build()).reconciled()).isTrue();
		assertThat(this.postmark.sendings()).hasSize(1);
	}

	@Test
	void aSearchThatFailsAtTheEndLeavesTheMailUnknownAndUnsent() {
		this.postmark.next(Fate.FAILED);
		this.postmark.onSearch(() -> {
			if (elapsed().equals(Duration.ofSeconds(5))) {
				this.postmark.failSearches(500);
			}
		});
		AmbiguousSendException ex = failure(sender(Mode.RESEND), email().build());
		assertThat(ex.isNotFound()).isFalse();
		assertThat(ex).hasMessageContaining("could not be looked up by its key");
		assertThat(ex.getSuppressed()).hasSize(1);
		assertThat(this.postmark.searches()).hasSize(4);
		assertThat(this.postmark.sendings()).hasSize(1);
		assertThat(this.told).containsExactly(Reconciliation.FAILED);
	}

	@Test
	void aSearchThatIsToBeMadeLaterIsMadeThenOrNotAtAll() {
		this.postmark.next(Fate.LOST);
		this.postmark.failSearches(429);
		assertThat(sender(Mode.RESEND).send(email().build()).reconciled()).isTrue();
		assertThat(this.pauses.durations()).containsExactly(Duration.ZERO, Duration.ofSeconds(3));
		this.pauses.durations().clear();
		this.postmark.next(Fate.LOST);
		this.postmark.failSearches(429, 429, 429);
		AmbiguousSendException ex = failure(sender(Mode.RESEND), email().build());
		assertThat(ex.isNotFound()).isFalse();
		assertThat(this.pauses.durations()).containsExactly(Duration.ZERO, Duration.ofSeconds(3));
		assertThat(this.postmark.sendings()).hasSize(2);
	}

	@Test
	void aSearchThatMayBeMadeAtOnceIsMadeWhenItIsItsTurn() {
		this.postmark.retryAfter = "0";
		this.postmark.next(Fate.LOST);
		this.postmark.failSearches(429);
		assertThat(sender(Mode.RESEND).send(email().build()).reconciled()).isTrue();
		assertThat(this.pauses.durations()).containsExactly(Duration.ZERO, Duration.ofSeconds(2));
	}

	@Test
	void whoeverAsksForAKeyIsAnsweredThoughTheFirstSearchFails() {
		PostmarkSender sender = sender(Mode.OFF);
		sender.send(email().reconciliationKey("mine").build());
		this.postmark.failSearches(503);
		assertThat(sender.findSent("mine")).isPresent();
		assertThat(this.postmark.searches()).hasSize(2);
	}

	@Test
	void whatASearchFindsBesidesIsNotTakenForTheMail() {
		this.postmark.acceptOthers(20, Duration.ZERO, "outbound");
		this.postmark.inexact = true;
		PostmarkSender sender = sender(Mode.CHECK);
		this.postmark.next(Fate.LOST);
		String id = sender.send(email().reconciliationKey("mine").build()).messageId();
		assertThat(id).isEqualTo("id-20");
		assertThat(sender.findSent("mine")).get().extracting(SendResult::messageId).isEqualTo(id);
		assertThat(sender.findSent("MINE")).isEmpty();
		this.postmark.next(Fate.FAILED);
		assertThat(failure(sender, email().build()).isNotFound()).isTrue();
	}

	@Test
	void aListIsReadBackThoughTheRequestTookLong() {
		this.postmark.acceptOthers(1, Duration.ofHours(1), "outbound");
		this.postmark.onAccept = () -> {
			this.pauses.durations().add(Duration.ofMinutes(10));
			this.postmark.acceptOthers(600, Duration.ZERO, "outbound");
			this.postmark.acceptOthers(600, Duration.ofMinutes(5), "outbound");
		};
		this.postmark.next(Fate.LOST);
		assertThat(sender(Mode.RESEND).sendAll(emails(30)).accepted()).hasSize(30)
			.allMatch((item) -> item.result().reconciled());
		assertThat(this.postmark.sendings()).hasSize(1);
	}

	@Test
	void whatWasAcceptedInTheSameRequestIsNotTakenForAnother() {
		this.postmark.next(Fate.UNNAMED);
		List<Email> emails = IntStream.range(0, 2).mapToObj((i) -> email().reconciliationKey("same").build()).toList();
		BatchResult result = sender(Mode.CHECK).sendAll(emails);
		assertThat(result.accepted()).extracting((item) -> item.result().messageId()).containsExactly("id-0", "id-1");
	}

	@Test
	void aSearchThatIsRefusedIsNotRepeated() {
		this.postmark.next(Fate.LOST);
		this.postmark.failSearches(401, 401, 401, 401);
		AmbiguousSendException ex = failure(sender(Mode.RESEND), email().build());
		assertThat(ex.isNotFound()).isFalse();
		assertThat(ex.getSuppressed()).hasAtLeastOneElementOfType(InvalidTokenException.class);
		assertThat(this.postmark.searches()).hasSize(1);
		assertThat(this.postmark.sendings()).hasSize(1);
	}

	@Test
	void anInterruptEndsTheLookingAndKeepsTheMailFromBeingSentAgain() {
		this.postmark.next(Fate.FAILED);
		this.pauses.then(2, Thread.currentThread()::interrupt);
		AmbiguousSendException ex = failure(sender(Mode.RESEND), email().build());
		assertThat(Thread.interrupted()).isTrue();
		assertThat(ex.isNotFound()).isFalse();
		assertThat(ex.getSuppressed()).hasAtLeastOneElementOfType(InterruptedException.class);
		assertThat(this.postmark.searches()).hasSize(1);
		assertThat(this.postmark.sendings()).hasSize(1);
	}

	@Test
	void anApplicationThatStopsLooksNoLonger() {
		this.postmark.next(Fate.FAILED);
		this.pauses.then(2, () -> this.http.end());
		AmbiguousSendException ex = failure(sender(Mode.RESEND), email().build());
		assertThat(ex.isNotFound()).isFalse();
		assertThat(ex).hasMessageContaining("The application is shutting down");
		assertThat(this.postmark.searches()).hasSize(1);
		assertThat(this.postmark.sendings()).hasSize(1);
	}

	@Test
	void anApplicationThatStopsSendsNothingAgain() {
		this.postmark.next(Fate.FAILED);
		this.postmark.onSearch(() -> {
			if (elapsed().equals(Duration.ofSeconds(5))) {
				this.http.end();
			}
		});
		AmbiguousSendException ex = failure(sender(Mode.RESEND), email().build());
		assertThat(ex.isNotFound()).isTrue();
		assertThat(this.postmark.sendings()).hasSize(1);
		assertThat(this.told).containsExactly(Reconciliation.NOT_FOUND);
	}

	@Test
	void whatIsSentAgainAndRefusedStaysUnknown() {
		this.postmark.next(Fate.LOST, Fate.REFUSED);
		this.postmark.indexDelay = Duration.ofSeconds(6);
		AmbiguousSendException ex = failure(sender(Mode.RESEND), email().build());
		assertThat(ex.mayHaveBeenSent()).isTrue();
		assertThat(ex.isNotFound()).isTrue();
		assertThat(ex.reconciliationKey()).isNotNull();
		assertThat(ex).hasMessageContaining("it was sent again, which failed");
		assertThat(ex.getSuppressed()).hasAtLeastOneElementOfType(InvalidMessageException.class);
	}

	@Test
	void whatIsSentAgainAndLostIsLookedUpAgainAndFoundWhicheverItIs() {
		this.postmark.next(Fate.LOST, Fate.FAILED);
		this.postmark.indexDelay = Duration.ofSeconds(8);
		SendResult result = sender(Mode.RESEND).send(email().build());
		assertThat(result.messageId()).isEqualTo("id-0");
		assertThat(this.postmark.sendings()).hasSize(2);
		assertThat(this.told).containsExactly(Reconciliation.RESENT, Reconciliation.FOUND);
	}

	@Test
	void nothingIsSentMoreOftenThanThereAreAttempts() {
		this.postmark.next(Fate.FAILED, Fate.FAILED, Fate.FAILED, Fate.FAILED);
		AmbiguousSendException ex = failure(sender(Mode.RESEND), email().build());
		assertThat(ex.isNotFound()).isTrue();
		assertThat(this.postmark.sendings()).hasSize(3);
		assertThat(this.told).containsExactly(Reconciliation.RESENT, Reconciliation.RESENT, Reconciliation.NOT_FOUND);
	}

	@Test
	void nothingIsSentAgainAfterTheDeadline() {
		this.postmark.next(Fate.FAILED, Fate.FAILED);
		RetrySettings settings = new RetrySettings(5, Duration.ZERO, 1, 0, Duration.ZERO, Duration.ZERO,
				Duration.ofSeconds(9));
		AmbiguousSendException ex = failure(sender(Mode.RESEND, MessageDefaults.none(), settings), email().build());
		assertThat(ex.isNotFound()).isTrue();
		assertThat(this.postmark.sendings()).hasSize(2);
	}

	@ParameterizedTest
	@CsvSource({ "first@d.example, SECOND@d.example, ", "joann@d.example, ann@d.example, ",
			"ann@d.example, joann@d.example, ", "ann@d.example, bob@d.example, archive@d.example" })
	void aKeyThatAnApplicationGaveToSeveralMailsDoesNotMakeOneOfAnother(String first, String second, String bcc) {
		PostmarkSender sender = sender(Mode.RESEND);
		sender.send(keyed(first, bcc));
		this.postmark.next(Fate.FAILED);
		sender.send(keyed(second, bcc));
		assertThat(this.postmark.accepted()).hasSize(2);
		assertThat(this.outcomes).extracting((item) -> ((BatchItem.Accepted) item).result().messageId())
			.containsExactly("id-0", "id-1");
	}

	private static Email keyed(String to, @Nullable String bcc) {
		Email.Builder email = Email.builder().from("a@b.example").to(to).textBody("Hi").reconciliationKey("event-1");
		return ((bcc != null) ? email.bcc(bcc) : email).build();
	}

	@Test
	void aMailOfWhichSomeRecipientsAreSuppressedIsFoundByTheKeyOfTheApplication() {
		this.postmark.listedRecipient = (recipient) -> "Ann <ann@d.example>";
		this.postmark.next(Fate.LOST);
		assertThat(sender(Mode.RESEND).send(keyed("ann@d.example", "archive@d.example")).reconciled()).isTrue();
		assertThat(this.postmark.sendings()).hasSize(1);
	}

	@Test
	void aKeyThatIsNobodyElsesDoesWithoutTheRecipients() {
		this.postmark.listedRecipient = (recipient) -> "listed@otherwise.example";
		this.postmark.next(Fate.LOST);
		assertThat(sender(Mode.RESEND).send(email().build()).reconciled()).isTrue();
		assertThat(this.postmark.sendings()).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"TotalCount\":1,\"Messages\":null}", "{\"TotalCount\":1,\"Messages\":[]}",
			"{\"TotalCount\":1,\"Messages\":[{\"MessageID\":\"id\",\"Recipients\":[\"c@d.example\"]}]}",
			"{\"TotalCount\":1,\"Messages\":[{\"Metadata\":{\"reconciliation-key\":\"mine\"}}]}" })
	void aSearchThatFindsWithoutSayingWhatSaysNothing(String answer) {
		this.postmark.searchAnswer = answer;
		this.postmark.next(Fate.LOST);
		PostmarkSender sender = sender(Mode.RESEND);
		AmbiguousSendException ex = failure(sender, email().reconciliationKey("mine").build());
		assertThat(ex.isNotFound()).isFalse();
		assertThat(this.postmark.sendings()).hasSize(1);
		assertThat(this.told).containsExactly(Reconciliation.FAILED);
		assertThatExceptionOfType(PostmarkTransportException.class).isThrownBy(() -> sender.findSent("mine"))
			.withMessageContaining("does not say which");
	}

	@ParameterizedTest
	@CsvSource({ "100, true", "500, false", "100, false" })
	void aListIsReadToItsEndHoweverItIsCutAndCounted(int pageSize, boolean counts) {
		this.postmark.pageSize = pageSize;
		this.postmark.counts = counts;
		this.postmark.onAccept = this::othersSendSixHundred;
		this.postmark.next(Fate.LOST);
		BatchResult result = sender(Mode.RESEND).sendAll(emails(11));
		assertThat(this.postmark.sendings()).hasSize(1);
		assertThat(result.accepted()).hasSize(11);
	}

	private void othersSendSixHundred() {
		this.pauses.durations().add(Duration.ofSeconds(1));
		this.postmark.acceptOthers(600, Duration.ZERO, "outbound");
	}

	@Test
	void aListThatEndsBeforeItsEndSaysNothing() {
		this.postmark.listed = 500;
		this.postmark.onAccept = this::othersSendSixHundred;
		this.postmark.next(Fate.LOST);
		BatchResult result = sender(Mode.RESEND).sendAll(emails(11));
		assertThat(result.unknown()).hasSize(11).noneMatch((item) -> item.reason().isNotFound());
		assertThat(this.postmark.sendings()).hasSize(1);
	}

	@Test
	void oneMailThatIsFoundIsNotTwoOfThoseThatAreMissing() {
		this.postmark.next(Fate.PARTLY_LOST);
		List<Email> emails = IntStream.range(0, 2).mapToObj((i) -> email().reconciliationKey("same").build()).toList();
		BatchResult result = sender(Mode.CHECK).sendAll(emails);
		assertThat(this.postmark.accepted()).hasSize(1);
		assertThat(result.accepted()).hasSize(1);
		assertThat(result.unknown()).hasSize(1);
	}

	@Test
	void theFirstMailWithAKeyIsTheOneThatIsFound() {
		PostmarkSender sender = sender(Mode.OFF);
		sender.send(email().reconciliationKey("mine").build());
		this.pauses.durations().add(Duration.ofSeconds(1));
		sender.send(email().reconciliationKey("mine").build());
		assertThat(sender.findSent("mine")).get().extracting(SendResult::messageId).isEqualTo("id-0");
		assertThatIllegalArgumentException().isThrownBy(() -> sender.findSent("a b"));
		assertThatIllegalArgumentException().isThrownBy(() -> sender.findSent(""));
	}

	@Test
	void everyMailGetsAKeyOfItsOwnThatSaysWhenItWasSent() {
		PostmarkSender sender = sender(Mode.CHECK);
		Email email = email().metadata("order", "42").build();
		Instant before = Instant.now().minusMillis(1);
		for (int i = 0; i < 20; i++) {
			sender.send(email);
		}
		TemplatedEmail templated = TemplatedEmail.builder()
			.from("a@b.example")
			.to("c@d.example")
			.templateAlias("hello")
			.build();
		sender.send(templated);
		Set<String> keys = new HashSet<>();
		for (ForgetfulPostmark.Accepted message : this.postmark.accepted()) {
			String key = message.metadata().get("reconciliation-key");
			assertThat(ReconciliationKey.sentAt(key)).isBetween(before, Instant.now());
			assertThat(key).hasSizeLessThanOrEqualTo(80);
			keys.add(key);
		}
		assertThat(keys).hasSize(21);
		assertThat(this.postmark.accepted().get(0).metadata()).containsEntry("order", "42");
		assertThat(ReconciliationKey.sentAt("order-42")).isNull();
	}

	@Test
	void aKeyOfTheApplicationIsWrittenAndToldWithoutReconciliationToo() {
		this.postmark.next(Fate.LOST);
		PostmarkSender sender = sender(Mode.OFF);
		AmbiguousSendException ex = failure(sender, email().reconciliationKey("mine").build());
		assertThat(ex.reconciliationKey()).isEqualTo("mine");
		assertThat(ex.isNotFound()).isFalse();
		assertThat(this.postmark.searches()).isEmpty();
		assertThat(sender.findSent("mine")).isPresent();
	}

	@Test
	void ofManyEachIsToldItsKeyOfTheApplicationWithoutReconciliationToo() {
		this.postmark.next(Fate.PARTLY_LOST);
		List<Email> emails = IntStream.range(0, 4)
			.mapToObj((i) -> (i < 3) ? email().reconciliationKey("order-" + i).build() : email().build())
			.toList();
		PostmarkSender sender = sender(Mode.OFF);
		BatchResult result = sender.sendAll(emails);
		assertThat(result.unknown()).extracting((item) -> item.reason().reconciliationKey())
			.containsExactly("order-0", "order-1", "order-2", null);
		assertThat(this.outcomes).hasSize(4).containsExactlyElementsOf(result.unknown());
		assertThat(this.postmark.searches()).isEmpty();
		assertThat(sender.findSent("order-0")).isEmpty();
		assertThat(sender.findSent("order-1")).isPresent();
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 3, 30 })
	void aMailIsFoundThoughItsMetadataIsListedInAnotherCase(int count) {
		this.postmark.listedName = (name) -> name.toUpperCase(Locale.ROOT);
		this.postmark.next(Fate.LOST);
		PostmarkSender sender = sender(Mode.RESEND);
		assertThat(sender.sendAll(emails(count)).accepted()).hasSize(count)
			.allMatch((item) -> item.result().reconciled());
		assertThat(this.postmark.sendings()).hasSize(1);
		sender.send(email().reconciliationKey("mine").build());
		assertThat(sender.findSent("mine")).isPresent();
	}

	@ParameterizedTest
	@ValueSource(strings = { "kim@d.example", "KIM@D.EXAMPLE", "Kim@d.Example" })
	void aMailIsFoundThoughItsRecipientIsListedInAnotherCase(String listed) {
		this.postmark.listedRecipient = (recipient) -> listed;
		this.postmark.next(Fate.LOST);
		Email email = Email.builder()
			.from("a@b.example")
			.to("Kim@D.example")
			.textBody("Hi")
			.reconciliationKey("mine")
			.build();
		assertThat(sender(Mode.RESEND).send(email).reconciled()).isTrue();
		assertThat(this.postmark.sendings()).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "a b", "ü", "a\nb",
			"012345678901234567890123456789012345678901234567890123456789012345678901234567890" })
	void aKeyThatCannotBeIsRefusedBeforeSending(String key) {
		InvalidMessageException ex = catchThrowableOfType(InvalidMessageException.class,
				() -> sender(Mode.OFF).send(email().reconciliationKey(key).build()));
		assertThat(ex).hasMessageContaining("1 to 80 printable ASCII characters");
		assertThat(this.postmark.sendings()).isEmpty();
	}

	@Test
	void aKeyOfEightyPrintableCharactersIsWritten() {
		String key = "~!".repeat(40);
		sender(Mode.OFF).send(email().reconciliationKey(key).build());
		assertThat(this.postmark.accepted().get(0).metadata()).containsEntry("reconciliation-key", key);
	}

	@Test
	void metadataOfTheSameNameIsRefusedBeforeSendingWithWhatToDo() {
		InvalidMessageException ex = catchThrowableOfType(InvalidMessageException.class,
				() -> sender(Mode.CHECK).send(email().metadata("Reconciliation-Key", "x").build()));
		assertThat(ex.field()).isEqualTo("Metadata");
		assertThat(ex).hasMessageContaining("give the entry another name")
			.hasMessageContaining("postmark.retry.reconcile-key");
		assertThat(this.postmark.sendings()).isEmpty();
		sender(Mode.OFF).send(email().metadata("Reconciliation-Key", "x").build());
		assertThat(this.postmark.sendings()).hasSize(1);
	}

	@Test
	void anEleventhEntryIsRefusedBeforeSendingWithWhatToDo() {
		Email.Builder full = email();
		IntStream.range(0, 9).forEach((i) -> full.metadata("n" + i, "v"));
		sender(Mode.CHECK).send(full.build());
		assertThat(this.postmark.accepted().get(0).metadata()).hasSize(10);
		InvalidMessageException ex = catchThrowableOfType(InvalidMessageException.class,
				() -> sender(Mode.CHECK).send(full.metadata("n9", "v").build()));
		assertThat(ex).hasMessageContaining("10 entries with the defaults")
			.hasMessageContaining("leave one out")
			.hasMessageContaining("postmark.retry.reconcile=off");
		BatchResult result = sender(Mode.CHECK).sendAll(List.of(full.build(), email().build()));
		assertThat(result.rejected()).hasSize(1);
		assertThat(result.accepted()).hasSize(1);
		assertThat(this.postmark.sendings()).hasSize(2);
	}

	@Test
	void aListenerThatFailsChangesNothing() {
		this.postmark.next(Fate.LOST);
		this.failingListener = true;
		assertThat(sender(Mode.CHECK).send(email().build()).reconciled()).isTrue();
	}

	private static List<Email> emails(int count) {
		return IntStream.range(0, count)
			.mapToObj((i) -> Email.builder().from("a@b.example").to("m" + i + "@d.example").textBody("Hi").build())
			.toList();
	}

	private Duration elapsed() {
		return this.pauses.durations().stream().reduce(Duration.ZERO, Duration::plus);
	}

	private AmbiguousSendException failure(PostmarkSender sender, OutboundMessage message) {
		return catchThrowableOfType(AmbiguousSendException.class, () -> sender.send(message));
	}

	private PostmarkSender sender(Mode mode) {
		return sender(mode, MessageDefaults.none(), RetrySettings.defaults());
	}

	private PostmarkSender sender(Mode mode, MessageDefaults defaults, RetrySettings retry) {
		RestClient restClient = Engine.JDK.builder().baseUrl(this.postmark.baseUrl()).build();
		this.http = new PostmarkHttp(() -> restClient, false, null, this.pauses.retry(retry), RequestLimits.defaults(),
				RequestObservations.NONE);
		SendListener listener = new SendListener() {

			@Override
			public void onOutcome(String server, BatchItem outcome) {
				ReconciliationTests.this.outcomes.add(outcome);
			}

			@Override
			public void onReconciliation(String server, OutboundMessage message, Reconciliation reconciliation) {
				ReconciliationTests.this.told.add(reconciliation);
				if (ReconciliationTests.this.failingListener) {
					throw new NoClassDefFoundError("Broken");
				}
			}

		};
		return new DefaultPostmarkSender(this.http, ApiToken.server(() -> "token"),
				new SenderSetup(
						"default", defaults, new BatchSettings(500, 50_000_000, 1), new ReconciliationSettings(mode,
								Duration.ofSeconds(5), Duration.ofSeconds(2), "reconciliation-key"),
						() -> List.of(listener), Runnable::run, SendObservations.NONE));
	}

	private static Email.Builder email() {
		return Email.builder().from("a@b.example").to("c@d.example").textBody("Hi");
	}

}
