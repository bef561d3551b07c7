package io.github.postmarkspring.emulator.email;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.github.postmarkspring.emulator.http.ApiException;
import io.github.postmarkspring.emulator.http.Json;
import io.github.postmarkspring.emulator.server.EmulatedServer;
import io.github.postmarkspring.emulator.time.Timestamps;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The bulk requests of a server, bounded in number: the oldest go first.
 */
final class BulkJobs {

	private static final int MAX_JOBS = 1000;

	private final Map<String, Job> jobs = new LinkedHashMap<>();

	static BulkJobs of(EmulatedServer server) {
		return server.state(BulkJobs.class, BulkJobs::new);
	}

	synchronized void add(Job job) {
		this.jobs.put(job.id(), job);
		if (this.jobs.size() > MAX_JOBS) {
			this.jobs.remove(this.jobs.keySet().iterator().next());
		}
	}

	synchronized Job require(String id) {
		Job job = this.jobs.get(id.toLowerCase(Locale.ROOT));
		if (job == null) {
			throw ApiException.of(404, 12, "The bulk request was not found.");
		}
		return job;
	}

	/**
	 * Returns the requests older than the one a key stands for, newest first.
	 * @throws ApiException with code 13 if it is none of our keys
	 */
	synchronized List<Job> after(@Nullable String key) {
		List<Job> newestFirst = new ArrayList<>();
		long last = (key != null) ? Job.number(key) : Long.MAX_VALUE;
		for (Job job : this.jobs.values()) {
			if (job.number() < last) {
				newestFirst.add(0, job);
			}
		}
		return newestFirst;
	}

	record Job(String id, long number, Instant submittedAt, int total, int released, int failed,
			@Nullable String subject) {

		private static final String PREFIX = "bulk-request:";

		/**
		 * Returns the key of the page that begins after this request.
		 */
		String key() {
			byte[] text = (PREFIX + this.number).getBytes(StandardCharsets.UTF_8);
			return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
		}

		static long number(String key) {
			try {
				String text = new String(Base64.getUrlDecoder().decode(key), StandardCharsets.UTF_8);
				if (text.matches(PREFIX + "\\d{1,18}")) {
					return Long.parseLong(text.substring(PREFIX.length()));
				}
			}
			catch (IllegalArgumentException ex) {
				// Answered below.
			}
			throw ApiException.unprocessable(13, "The pagination key is not valid.");
		}

		ObjectNode accepted() {
			return json("Accepted", 0, 0, 0);
		}

		ObjectNode completed() {
			return json("Completed", 100, this.released, this.failed);
		}

		private ObjectNode json(String status, double percentage, int released, int failed) {
			ObjectNode json = Json.object().put("Id", this.id).put("Status", status);
			json.put("SubmittedAt", Timestamps.format(this.submittedAt)).put("TotalMessages", this.total);
			json.put("PercentageCompleted", percentage).put("ReleasedCount", released).put("FailedCount", failed);
			return (this.subject != null) ? json.put("Subject", this.subject) : json;
		}

	}

}
