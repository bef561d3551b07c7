package io.github.postmarkspring.emulator.posting;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

import io.github.postmarkspring.emulator.http.Excerpt;
import org.jspecify.annotations.Nullable;

/**
 * What the receiver had to say, or why it could not be asked.
 *
 * @param status the HTTP status, if there was an answer
 * @param failure why there was none
 * @param refused whether the emulator may not post there
 * @param body the beginning of the body
 * @param duration how long it took
 * @since 0.1.0
 */
public record Answer(@Nullable Integer status, @Nullable String failure, boolean refused, String body,
		Duration duration) {

	private static final int LONGEST = 500;

	static Answer of(int status, byte[] body, Duration duration) {
		// The text is a stranger's, and will be shown.
		String text = new String(body, StandardCharsets.UTF_8).replaceAll("[\\p{Cntrl}\\p{Cf}&&[^\\r\\n\\t]]",
				"\uFFFD");
		return new Answer(status, null, false, Excerpt.of(text, LONGEST), duration);
	}

	static Answer failed(String why, Duration duration) {
		return new Answer(null, why, false, "", duration);
	}

	static Answer refused(String why) {
		return new Answer(null, why, true, "", Duration.ZERO);
	}

}
