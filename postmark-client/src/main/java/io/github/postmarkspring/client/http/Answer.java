package io.github.postmarkspring.client.http;

import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpResponse;

/**
 * What came back, read to the end and no further than a limit.
 *
 * @param status the HTTP status
 * @param body the body, empty if there was none or if it could not be used
 * @param errorCodeHeader the error code that Postmark repeats in a header, or 0
 * @param retryAfter how long the answer asks to wait, or {@code null}
 */
record Answer(HttpStatusCode status, byte[] body, int errorCodeHeader, @Nullable Duration retryAfter) {

	private static final byte[] NONE = {};

	/** No more is taken on somebody's word. */
	private static final int SAID = 128 * 1024;

	/**
	 * Read an answer.
	 * @param response the response
	 * @param limit the most bytes to take
	 * @return the answer
	 * @throws IOException if the body of a success is cut off or larger than the limit.
	 * For any other status what it says is enough: a lost body does not make a refusal
	 * unknown
	 */
	static Answer read(ClientHttpResponse response, int limit) throws IOException {
		HttpStatusCode status = response.getStatusCode();
		HttpHeaders headers = response.getHeaders();
		byte[] body;
		try {
			body = readBody(response, limit);
		}
		catch (IOException ex) {
			if (status.is2xxSuccessful()) {
				throw ex;
			}
			body = NONE;
		}
		return new Answer(status, body, errorCode(headers), retryAfter(headers));
	}

	private static byte[] readBody(ClientHttpResponse response, int limit) throws IOException {
		InputStream in = response.getBody();
		// What is said to come, and as a rule all there is: without a length the JDK
		// takes
		// buffers that are many times larger. An engine may have unpacked more than that.
		byte[] start = new byte[(int) Math.min(Math.max(response.getHeaders().getContentLength(), 0),
				Math.min(SAID, limit))];
		int count = in.readNBytes(start, 0, start.length);
		int next = (count == start.length) ? in.read() : -1;
		if (next == -1) {
			return (count == start.length) ? start : Arrays.copyOf(start, count);
		}
		byte[] rest = in.readNBytes(limit - start.length);
		byte[] body = Arrays.copyOf(start, start.length + 1 + rest.length);
		if (body.length > limit) {
			throw new IOException("The answer is larger than " + limit + " bytes");
		}
		body[start.length] = (byte) next;
		System.arraycopy(rest, 0, body, start.length + 1, rest.length);
		return body;
	}

	private static int errorCode(HttpHeaders headers) {
		String value = headers.getFirst("X-PM-ApiErrorCode");
		try {
			return (value != null) ? Integer.parseInt(value.strip()) : 0;
		}
		catch (NumberFormatException ex) {
			return 0;
		}
	}

	private static @Nullable Duration retryAfter(HttpHeaders headers) {
		String value = headers.getFirst(HttpHeaders.RETRY_AFTER);
		if (value == null) {
			return null;
		}
		String time = value.strip();
		try {
			if (time.matches("\\d+")) {
				// More digits than a Duration takes are as good as never.
				return Duration.ofSeconds(Long.parseLong(time.substring(0, Math.min(time.length(), 18))));
			}
			Duration duration = Duration.between(Instant.now(),
					ZonedDateTime.parse(time, DateTimeFormatter.RFC_1123_DATE_TIME));
			return duration.isNegative() ? Duration.ZERO : duration;
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

}
