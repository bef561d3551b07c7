package io.github.postmarkspring.integration.outbox;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.EventPublication;
import org.springframework.modulith.events.IncompleteEventPublications;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

@Component
class Resubmission {

	// Longer than a listener takes with every attempt to send, and than Postmark takes
	// until it finds a message.
	private static final Duration AGE = Duration.ofMinutes(15);

	private final IncompleteEventPublications publications;

	private final JdbcClient jdbc;

	Resubmission(IncompleteEventPublications publications, JdbcClient jdbc) {
		this.publications = publications;
		this.jdbc = jdbc;
	}

	@Scheduled(fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
	void resubmit() {
		Instant before = Instant.now().minus(AGE);
		// What was resubmitted by an application that was killed then, too.
		this.jdbc.sql("""
				UPDATE EVENT_PUBLICATION SET STATUS = 'FAILED'
				WHERE STATUS = 'RESUBMITTED' AND LAST_RESUBMISSION_DATE < ?""").param(Timestamp.from(before)).update();
		this.publications.resubmitIncompletePublications((publication) -> lastAttempt(publication).isBefore(before));
	}

	private static Instant lastAttempt(EventPublication publication) {
		Instant resubmitted = publication.getLastResubmissionDate();
		return (resubmitted != null) ? resubmitted : publication.getPublicationDate();
	}

}
