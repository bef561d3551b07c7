package io.github.postmarkspring.boot.autoconfigure.webhook;

import java.util.List;
import java.util.Map;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is kept of requests while an application runs for long.
 */
class WebhookReportTests {

	private final WebhookReport report = new WebhookReport();

	@Test
	void kindsThatAreMadeUpDoNotFillTheMemoryAndThoseThatAreKnownAreStillCounted() {
		for (int i = 0; i < 1000; i++) {
			this.report.count(Answer.HANDLED, "Type" + i);
			this.report.count(Answer.HANDLED, "Type0");
		}
		assertThat(this.report.get().get("requests")).asInstanceOf(InstanceOfAssertFactories.LIST)
			.hasSize(100)
			.contains(Map.of("outcome", "handled", "reason", "none", "recordType", "Type0", "count", 1001L));
		assertThat(this.report.get()).containsEntry("lastRejects", List.of());
	}

}
