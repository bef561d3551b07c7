package io.github.postmarkspring.stores;

import java.time.Duration;

import io.github.postmarkspring.stores.RecordingPostmark.Mail;
import io.github.postmarkspring.stores.SecretStore.Failure;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What has to hold for every secret store.
 */
public interface SecretStoreContract {

	/** The machine may have other things to do. */
	Duration PATIENCE = Duration.ofMinutes(1);

	/** The application looks at its environment by itself. */
	String OFTEN = "postmark.token-refresh-interval=100ms";

	/** The application looks at its environment when it is told to, or refused. */
	String SELDOM = "postmark.token-refresh-interval=1h";

	/** The application, and all in it, logs what it can. */
	String DEBUG = "logging.level.root=debug";

	/**
	 * Starts a stand-in.
	 * @param token the token that it has
	 * @return the running stand-in
	 */
	SecretStore store(String token);

	private static ConditionFactory patiently() {
		// The timer of a client may end with an exception that is nobody else's.
		return await().dontCatchUncaughtExceptions().atMost(PATIENCE);
	}

	@Test
	default void theTokenOfTheStoreIsThereAtStartAndAMailCarriesIt() {
		try (Run run = Run.start(this::store)) {
			assertThat(run.send().token()).isEqualTo(run.token());
		}
	}

	@Test
	default void afterARotationMailCarriesTheNewToken() {
		try (Run run = Run.start(this::store, OFTEN)) {
			run.send();
			run.rotate();
			run.reread();
			patiently().untilAsserted(() -> assertThat(run.send().token()).isEqualTo(run.token()));
		}
	}

	@Test
	default void aRotationLosesNoMailEvenIfPostmarkRefusesTheOldTokenFromThenOn() {
		try (Run run = Run.start(this::store, SELDOM)) {
			run.send();
			for (int rotation = 0; rotation < 2; rotation++) {
				run.rotate();
				run.reread();
				run.postmark().acceptOnly(run.token());
				run.send();
				run.send();
			}
			assertThat(run.postmark().accepted()).extracting(Mail::subject).isEqualTo(run.subjects());
		}
	}

	@Test
	default void whileTheStoreFailsOrAnswersNonsenseTheOldTokenGoesOnAndAfterwardsTheNewOneIsFound() {
		try (Run run = Run.start(this::store, OFTEN)) {
			for (Failure failure : run.store().failures()) {
				String old = run.token();
				run.store().fail(failure);
				run.rotate();
				run.reread();
				patiently().during(Duration.ofMillis(500))
					.untilAsserted(() -> assertThat(run.send().token()).as(failure.name()).isEqualTo(old));

				run.heal();
				patiently()
					.untilAsserted(() -> assertThat(run.send().token()).as(failure.name()).isEqualTo(run.token()));
			}
			run.store().put("<html>Bad Gateway</html>");
			run.reread();
			patiently().during(Duration.ofMillis(500))
				.untilAsserted(() -> assertThat(run.send().token()).isEqualTo(run.token()));

			run.rotate();
			run.reread();
			patiently().untilAsserted(() -> assertThat(run.send().token()).isEqualTo(run.token()));
		}
	}

	@Test
	default void noTokenIsInAnyLogOfARunAtDebug() {
		try (Transcript transcript = Transcript.open()) {
			Run ended = Run.start(this::store, OFTEN, DEBUG);
			try (Run run = ended) {
				run.send();
				run.rotate();
				run.reread();
				run.postmark().acceptOnly(run.token());
				patiently().ignoreExceptions().until(() -> run.send().token(), run.token()::equals);
				for (Failure failure : run.store().failures()) {
					run.store().fail(failure);
					run.reread();
					run.send();
					run.heal();
				}
				run.send();
			}
			assertThat(transcript.text()).contains(" DEBUG ");
			assertThat(transcript.mentions(ended.tokens())).isEmpty();
			assertThat(transcript.mentions(ended.store().credentials())).isEmpty();
		}
	}

}
