package io.github.postmarkspring.boot.autoconfigure.webhook;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.web.util.pattern.PathPatternParser;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the log has of webhooks, and what it never has.
 */
class WebhookJournalTests {

	private static final WebhookEndpoint ENDPOINT = new WebhookEndpoint("default",
			new PathPatternParser().parse("/postmark/webhook"), WebhookEndpoint.Kind.EVENTS,
			new WebhookEndpoint.Verifiers(List.of(), List.of(), true, Set.of()), 100);

	private static final Answer REFUSED = Answer.unverified("credentials-wrong");

	private final WebhookJournal journal = new WebhookJournal((answer, type) -> {
	});

	@Test
	void tenRejectionsAMinuteAreLogged() {
		assertThat(lines(() -> {
			for (int i = 0; i < 30; i++) {
				this.journal.answered(ENDPOINT, REFUSED, null, "203.0.113.7");
			}
		})).hasSize(10)
			.containsOnly(
					"WARN Rejected a webhook at /postmark/webhook from 203.0.113.7 with status 401: credentials-wrong");
	}

	@Test
	void whatIsHandledIsNotLogged() {
		assertThat(lines(() -> {
			this.journal.answered(ENDPOINT, Answer.HANDLED, "Bounce", "203.0.113.7");
			this.journal.answered(ENDPOINT, Answer.DUPLICATE, "Bounce", "203.0.113.7");
		})).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "203.0.113.7\\r\\nWARN all is well | 203.0.113.7??WARN?all?is?well",
			"${jndi:ldap://x} | ??jndi:ldap:??x?", "[::ffff:1.2.3.4%eth0] | [::ffff:1.2.3.4%eth0]" })
	void anAddressThatAProxyWasToldWritesNoLineOfItsOwn(String address, String logged) {
		assertThat(lines(() -> this.journal.answered(ENDPOINT, REFUSED, null,
				address.replace("\\r", "\r").replace("\\n", "\n"))))
			.singleElement()
			.asString()
			.contains(" from " + logged + " with status");
	}

	@Test
	void anAddressIsCutAndMayBeUnknown() {
		assertThat(lines(() -> {
			this.journal.answered(ENDPOINT, REFUSED, null, "1".repeat(1000));
			this.journal.answered(ENDPOINT, REFUSED, null, null);
		})).anySatisfy((line) -> assertThat(line).contains(" from " + "1".repeat(60) + " with"))
			.anySatisfy((line) -> assertThat(line).contains(" from an unknown address with"));
	}

	@Test
	void whatForwardsToAnEndpointIsLoggedTenTimesAMinute() {
		assertThat(lines(() -> {
			for (int i = 0; i < 30; i++) {
				this.journal.forwarded(ENDPOINT);
			}
		})).hasSize(10).allSatisfy((line) -> assertThat(line).startsWith("ERROR Something forwarded to /postmark"));
	}

	@Test
	void whatCannotBeCountedIsAnsweredAllTheSame() {
		WebhookJournal broken = new WebhookJournal((answer, type) -> {
			throw new IllegalStateException("the registry is closed");
		});
		assertThat(lines(() -> broken.answered(ENDPOINT, REFUSED, null, "203.0.113.7"))).hasSize(2);
	}

	private static List<String> lines(Runnable action) {
		try (CapturedLog log = CapturedLog.begin()) {
			action.run();
			return Arrays.stream(log.text().split("\n(?=[A-Z]+ )")).filter((line) -> !line.isEmpty()).toList();
		}
	}

}
