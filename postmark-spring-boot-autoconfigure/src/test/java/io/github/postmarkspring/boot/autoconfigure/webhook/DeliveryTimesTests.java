package io.github.postmarkspring.boot.autoconfigure.webhook;

import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Set;

import io.github.postmarkspring.client.message.BatchItem;
import io.github.postmarkspring.client.message.Email;
import io.github.postmarkspring.client.message.SendResult;
import io.github.postmarkspring.client.webhook.event.DeliveryEvent;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DeliveryTimesTests {

	private static final OffsetDateTime SENT = OffsetDateTime.parse("2026-11-02T09:15:30Z");

	private static final Email EMAIL = Email.builder().from("a@b.example").to("c@mail.example").textBody("Hi").build();

	private final MeterRegistry registry = new SimpleMeterRegistry();

	private final DeliveryTimes times = new DeliveryTimes(this.registry, null);

	@Test
	void theTimesOfTheLastTwentyThousandMessagesAreKnownAndOfNoMore() {
		for (int i = 0; i < 20_001; i++) {
			this.times.onOutcome("default", new BatchItem.Accepted(0, EMAIL,
					new SendResult("message-" + i, SENT, "OK", false, false, Set.of(), false)));
		}
		deliver("message-0");
		assertThat(this.registry.find("postmark.delivery").timer()).isNull();
		deliver("message-1");
		deliver("message-20000");
		assertThat(this.registry.get("postmark.delivery").timer().count()).isEqualTo(2);
	}

	private void deliver(String messageId) {
		this.times.publish(new DeliveryEvent("default", "outbound", messageId, "c@mail.example", 9001L, null, Map.of(),
				SENT.plusSeconds(3), null), () -> {
				});
	}

}
