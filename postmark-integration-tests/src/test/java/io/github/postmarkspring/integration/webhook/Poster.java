package io.github.postmarkspring.integration.webhook;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/**
 * Posts events out of order, some of them again, eight at a time, to one of several
 * instances; and again what was not answered 200, as Postmark does, only that it waits
 * some minutes in between.
 */
final class Poster {

	private static final int THREADS = 8;

	private static final int MOST_ROUNDS = 30;

	private final List<Instance> instances;

	private final Map<Integer, Integer> answers = Collections.synchronizedMap(new TreeMap<>());

	Poster(List<Instance> instances) {
		this.instances = instances;
	}

	/**
	 * Post events.
	 * @param count how many different ones
	 * @return how often each status was answered
	 */
	Map<Integer, Integer> post(int count) {
		List<Post> posts = posts(count);
		for (int round = 1; !posts.isEmpty(); round++) {
			if (round > MOST_ROUNDS) {
				throw new IllegalStateException(posts.size() + " are left, such as " + posts.get(0));
			}
			posts = postOnce(posts);
		}
		return this.answers;
	}

	private List<Post> postOnce(List<Post> posts) {
		Queue<Post> queue = new ConcurrentLinkedQueue<>(posts);
		Queue<Post> again = new ConcurrentLinkedQueue<>();
		ExecutorService threads = Executors.newFixedThreadPool(THREADS);
		try {
			CompletableFuture
				.allOf(IntStream.range(0, THREADS)
					.mapToObj((i) -> CompletableFuture.runAsync(() -> postAll(queue, again), threads))
					.toArray(CompletableFuture[]::new))
				.join();
		}
		finally {
			threads.shutdown();
		}
		return new ArrayList<>(again);
	}

	private void postAll(Queue<Post> queue, Queue<Post> again) {
		for (Post post = queue.poll(); post != null; post = queue.poll()) {
			Instance instance = this.instances.get(ThreadLocalRandom.current().nextInt(this.instances.size()));
			int status = instance.post(post.body(), post.traceId());
			this.answers.merge(status, 1, Integer::sum);
			if (status != 200) {
				again.add(post);
			}
		}
	}

	/**
	 * Every tenth event comes again at once, and a further fifth at any time.
	 */
	private static List<Post> posts(int count) {
		Random random = new Random(count);
		List<Post> posts = new ArrayList<>();
		for (int number = 0; number < count; number++) {
			posts.add(Post.of(number));
			if (number % 10 < 2) {
				posts.add(Post.of(number).differentlyWritten());
			}
		}
		Collections.shuffle(posts, random);
		for (int number = 2; number < count; number += 10) {
			posts.add(posts.indexOf(Post.of(number)), Post.of(number).differentlyWritten());
		}
		return posts;
	}

	/**
	 * What is posted.
	 *
	 * @param body the event
	 * @param traceId the id that Postmark gives all tries, which some events have
	 */
	private record Post(String body, @Nullable String traceId) {

		private static Post of(int number) {
			String kind = switch (number % 4) {
				case 0 -> "'RecordType': 'Bounce', 'ID': %d, 'Type': 'HardBounce'".formatted(number);
				case 1 ->
					"'RecordType': 'Delivery', 'MessageID': 'm-%d', 'Recipient': 'ann@mail.example',".formatted(number)
							+ "'DeliveredAt': '2026-11-02T09:15:41Z'";
				// Opens of the same message, which only the time tells apart.
				case 2 -> "'RecordType': 'Open', 'MessageID': 'm', 'Recipient': 'ann@mail.example',"
						+ "'ReceivedAt': '2026-11-02T09:15:41.%07dZ'".formatted(number);
				default -> "'RecordType': 'Bounce', 'ID': 1, 'Type': 'Transient'";
			};
			String body = "{ %s, 'Metadata': { 'number': '%d' } }".formatted(kind, number).replace('\'', '"');
			return new Post(body, (number % 4 == 3) ? "trace-" + number : null);
		}

		private Post differentlyWritten() {
			return new Post(this.body + "\n", this.traceId);
		}

	}

}
