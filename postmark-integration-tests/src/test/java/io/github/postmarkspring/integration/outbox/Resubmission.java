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

	// More than from the publication of an event, or its resubmission, until its listener
	// is through and Postmark finds the message.
	private static final Duration AGE = Duration.ofMinutes(15);

	private final IncompleteEventPublications publications;

	private final JdbcClient jdbc;

	Resubmission(IncompleteEventPublications publications, JdbcClient jdbc) {
		this.publications = publications;
		this.jdbc = jdbc;
	}

	@Scheduled(fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
	void resubmit() {
		this.publications.resubmitIncompletePublications(this::claim);
	}

	// In the database, so that one instance gets it: what Modulith has read may be old.
	// FAILED, as Modulith does not resubmit again what an application that was killed
	// has left as RESUBMITTED.
	private boolean claim(EventPublication publication) {
		Instant now = Instant.now();
		return this.jdbc.sql("""
				UPDATE EVENT_PUBLICATION SET STATUS = 'FAILED', LAST_RESUBMISSION_DATE = :now
				WHERE ID = :id AND COMPLETION_DATE IS NULL
				AND COALESCE(LAST_RESUBMISSION_DATE, PUBLICATION_DATE) < :before""")
			.param("now", Timestamp.from(now))
			.param("id", publication.getIdentifier())
			.param("before", Timestamp.from(now.minus(AGE)))
			.update() == 1;
	}

}
