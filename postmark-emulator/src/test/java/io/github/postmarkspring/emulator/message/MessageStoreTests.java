package io.github.postmarkspring.emulator.message;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.github.postmarkspring.emulator.http.Json;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class MessageStoreTests {

	@Test
	void letsTheOldestMessagesGoFirst() {
		MessageStore store = new MessageStore(2);
		OutboundMessage first = message(0);
		OutboundMessage second = message(0);
		OutboundMessage third = message(0);
		store.add(List.of(first, second));
		store.add(List.of(third));
		assertThat(store.newestFirst()).containsExactly(third, second);
		assertThat(store.find(first.id())).isNull();
		assertThat(store.find(second.id())).isSameAs(second);
	}

	@Test
	void keepsNoMoreThan64MegabytesOfContent() {
		MessageStore store = new MessageStore(1000);
		for (int i = 0; i < 20; i++) {
			store.add(List.of(message(7 * 1024 * 1024)));
		}
		assertThat(store.newestFirst()).hasSize(9);
		store.clear();
		store.add(List.of(message(7 * 1024 * 1024)));
		assertThat(store.newestFirst()).hasSize(1);
	}

	@Test
	void countsWhatIsKeptOfTheJsonToo() {
		MessageStore store = new MessageStore(1000);
		for (int i = 0; i < 20; i++) {
			store.add(List.of(message(0, Json.object().put("Unknown", "x".repeat(4 * 1024 * 1024)))));
		}
		assertThat(store.newestFirst()).hasSize(7);
	}

	@Test
	void keepsTheNewestMessageHoweverLarge() {
		MessageStore store = new MessageStore(1000);
		OutboundMessage large = message(65 * 1024 * 1024);
		store.add(List.of(message(0), large));
		assertThat(store.newestFirst()).containsExactly(large);
	}

	@Test
	void changesItsVersionWithItsContent() {
		MessageStore store = new MessageStore(1);
		long empty = store.version();
		store.add(List.of(message(0)));
		long one = store.version();
		store.add(List.of(message(0)));
		long another = store.version();
		store.clear();
		assertThat(List.of(empty, one, another, store.version())).doesNotHaveDuplicates();
		assertThat(store.newestFirst()).isEmpty();
	}

	@Test
	void bearsSeveralThreadsAtOnce() throws Exception {
		MessageStore store = new MessageStore(100);
		ExecutorService threads = Executors.newFixedThreadPool(8);
		try {
			List<Future<?>> tasks = new ArrayList<>();
			for (int i = 0; i < 8; i++) {
				tasks.add(threads.submit(() -> {
					for (int j = 0; j < 500; j++) {
						store.add(List.of(message(0)));
						assertThat(store.newestFirst()).doesNotContainNull().hasSizeLessThanOrEqualTo(100);
					}
				}));
			}
			for (Future<?> task : tasks) {
				task.get();
			}
		}
		finally {
			threads.shutdownNow();
		}
		assertThat(store.newestFirst()).hasSize(100);
		assertThat(store.version()).isEqualTo(4000);
	}

	private static OutboundMessage message(int attachmentSize) {
		return message(attachmentSize, Json.object());
	}

	private static OutboundMessage message(int attachmentSize, JsonNode json) {
		Address address = new Address("a@b.example", null);
		Attachment attachment = new Attachment("a.txt", "text/plain", null, new byte[attachmentSize]);
		return new OutboundMessage(UUID.randomUUID().toString(), Instant.EPOCH,
				new Envelope(address, List.of(address), List.of(), List.of(), List.of()),
				new Content("", null, "x", List.of(attachment), false),
				new Options("outbound", "", List.of(), Map.of(), false, "None"), new Delivery(1, false, List.of()),
				json);
	}

}
