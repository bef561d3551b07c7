package io.github.postmarkspring.client.http;

import java.io.IOException;
import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.mock.http.client.MockClientHttpResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

class AnswerTests {

	private static final int LIMIT = 100_000;

	@ParameterizedTest
	@ValueSource(longs = { -1, 0, 1, 19_999, 20_000, 20_001, 200_000, Long.MAX_VALUE })
	void allOfAnAnswerIsReadWhateverIsSaidAboutItsLength(long said) throws IOException {
		assertThat(read(20_000, said).body()).isEqualTo(bytes(20_000));
	}

	@Test
	void anAnswerMayBeEmpty() throws IOException {
		assertThat(read(0, -1).body()).isEmpty();
		assertThat(read(0, 0).body()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(longs = { -1, 5, LIMIT + 1 })
	void anAnswerThatIsLargerThanTheLimitIsNotTaken(long said) throws IOException {
		assertThat(read(LIMIT, said).body()).hasSize(LIMIT);
		assertThatIOException().isThrownBy(() -> read(LIMIT + 1, said)).withMessageContaining("larger than 100000");
	}

	private static Answer read(int length, long said) throws IOException {
		try (MockClientHttpResponse response = new MockClientHttpResponse(bytes(length), HttpStatus.OK)) {
			if (said >= 0) {
				response.getHeaders().set(HttpHeaders.CONTENT_LENGTH, String.valueOf(said));
			}
			return Answer.read(response, LIMIT);
		}
	}

	private static byte[] bytes(int length) {
		byte[] bytes = new byte[length];
		Arrays.fill(bytes, (byte) 'x');
		return bytes;
	}

}
