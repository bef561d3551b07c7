package io.github.postmarkspring.client.message;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;

import io.github.postmarkspring.client.http.BufferPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The text of a mail, which is written without Jackson, is what Jackson would have
 * written.
 */
class LongTextTests {

	private final JsonMapper jsonMapper = JsonMapper.builder().build();

	private final BufferPool pool = new BufferPool();

	@Test
	void everyCharacterIsWrittenAsJacksonDoes() throws IOException {
		StringBuilder all = new StringBuilder();
		for (int c = 0; c <= Character.MAX_VALUE; c++) {
			// Apart from each other, so that no two make a pair.
			all.append((char) c).append('.');
		}
		assertThat(written(all.toString())).isEqualTo(expected(all.toString()));
	}

	@Test
	void charactersOfTwoHalvesAreWrittenAsJacksonDoesWhereverTheBuffersEnd() throws IOException {
		for (int before = 0; before < 8; before++) {
			String text = "x".repeat(before) + "\uD83D\uDE00".repeat(20_000);
			assertThat(written(text)).isEqualTo(expected(text));
			assertThat(written(text)).isEqualTo('"' + text + '"');
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "\uD83D", "\uDE00", "\uD83D\uD83D", "\uDE00\uD83D", "\uD83D\uD83D\uDE00" })
	void halfACharacterIsWrittenAsJacksonDoes(String halves) throws IOException {
		for (int before : new int[] { 0, 1, 1022, 1023, 1024, 2047, 8191, 8192 }) {
			for (String after : new String[] { "", "z" }) {
				String text = "x".repeat(before) + halves + after;
				assertThat(written(text)).as("after %s", before).isEqualTo(expected(text));
			}
		}
	}

	@Test
	void textsOfAnyLengthAndKindAreWrittenAsJacksonDoes() throws IOException {
		Random random = new Random(42);
		String[] kinds = { "a", "\"", "\n", "\u0001", "\u007F", "ü", "ß\\", "\u2028", "привет", "\uD83D\uDE00", "<p>",
				"\uD83D" };
		for (int round = 0; round < 400; round++) {
			StringBuilder text = new StringBuilder();
			int length = random.nextInt(20_000);
			int some = 1 + random.nextInt(kinds.length);
			while (text.length() < length) {
				text.append(kinds[random.nextInt(some)]);
			}
			assertThat(written(text.toString())).as("round %s", round).isEqualTo(expected(text.toString()));
		}
	}

	@Test
	void theLengthIsThatOfWhatIsWritten() throws IOException {
		for (String text : new String[] { "", "ü".repeat(8191), "\u0001".repeat(5000), "\uD83D\uDE00".repeat(5000) }) {
			JsonBody body = body(text);
			assertThat(body.length()).isEqualTo(bytes(body).length);
		}
	}

	private String written(String text) throws IOException {
		JsonBody body = body(text);
		String written = new String(bytes(body), UTF_8);
		// The next one finds something in the buffers.
		body.release();
		return written;
	}

	private JsonBody body(String text) {
		JsonBody body = new JsonBody(this.pool);
		body.write(text);
		body.close();
		return body;
	}

	private byte[] bytes(JsonBody body) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		body.writeTo(out);
		return out.toByteArray();
	}

	private String expected(String text) {
		return new String(this.jsonMapper.writeValueAsBytes(text), UTF_8);
	}

}
