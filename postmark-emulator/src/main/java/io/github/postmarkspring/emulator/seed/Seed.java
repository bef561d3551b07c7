package io.github.postmarkspring.emulator.seed;

import java.nio.charset.StandardCharsets;

import io.github.postmarkspring.emulator.http.ApiException;
import io.github.postmarkspring.emulator.http.Json;
import io.github.postmarkspring.emulator.http.JsonFields;

/**
 * A seed as it was written.
 *
 * @param fields the document
 * @since 0.1.0
 */
public record Seed(JsonFields fields) {

	/**
	 * The largest seed, in bytes.
	 */
	public static final int MAX_BYTES = 10 * 1024 * 1024;

	/**
	 * Reads a seed. What is in it is not looked at yet.
	 * @param json the document
	 * @return the seed
	 * @throws SeedException if it is too large, or no JSON object
	 */
	public static Seed parse(String json) {
		byte[] body = json.getBytes(StandardCharsets.UTF_8);
		try {
			if (body.length > MAX_BYTES) {
				throw ApiException.of(413, 300, "The seed is larger than " + MAX_BYTES + " bytes.");
			}
			return new Seed(JsonFields.of(Json.parse(body), "$"));
		}
		catch (ApiException ex) {
			throw SeedException.of(ex);
		}
	}

	/**
	 * Shows nothing of what is in it, such as tokens.
	 */
	@Override
	public String toString() {
		return "Seed[]";
	}

}
