package io.github.postmarkspring.client.http;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;

import io.github.postmarkspring.client.Engine;
import io.github.postmarkspring.client.error.AmbiguousSendException;
import io.github.postmarkspring.client.error.InvalidMessageException;
import io.github.postmarkspring.client.error.InvalidTokenException;
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
import io.github.postmarkspring.client.message.ReconciliationSettings;
import io.github.postmarkspring.client.message.ReconciliationSettings.Mode;
import io.github.postmarkspring.client.message.SendListener;
import io.github.postmarkspring.client.message.SendObservations;
import io.github.postmarkspring.client.message.SendResult;
import io.github.postmarkspring.client.message.SenderSetup;
import io.github.postmarkspring.client.message.TemplatedEmail;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;
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
		this.http = new PostmarkHttp(() -> restClient, false, null, this.pauses.retry(retry), RequestLimits.defaults());
		SendListener listener = new SendListener() {

			@Override
			public void onOutcome(String server, BatchItem outcome) {
				ReconciliationTests.this.outcomes.add(outcome);
			}

			@Override
			public void onReconciliation(String server, OutboundMessage message, Reconciliation reconciliation) {
				ReconciliationTests.this.told.add(reconciliation);
			}

		};
		return new DefaultPostmarkSender(this.http, ApiToken.server(() -> "token"),
				new SenderSetup("default", defaults, new BatchSettings(500, 50_000_000, 1),
						new ReconciliationSettings(mode, Duration.ofSeconds(5), Duration.ofSeconds(2),
								"reconciliation-key"),
						() -> List.of(listener), () -> Runnable::run, SendObservations.NONE));
	}

	private static Email.Builder email() {
		return Email.builder().from("a@b.example").to("c@d.example").textBody("Hi");
	}

}
