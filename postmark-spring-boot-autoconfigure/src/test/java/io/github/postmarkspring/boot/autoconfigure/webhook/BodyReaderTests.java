package io.github.postmarkspring.boot.autoconfigure.webhook;

import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;

import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Bodies of senders that have proven nothing, read by a thread that waits for them.
 */
class BodyReaderTests {

	private static final Duration LONG = Duration.ofMinutes(5);

	private final BodyBudget budget = new BodyBudget(10);

	private final MockHttpServletRequest request = new MockHttpServletRequest();

	@Test
	void aBodyIsReadUpToTheLimitAndNoFurther() throws IOException {
		assertThat(read("12345", 5, LONG)).isEqualTo("12345".getBytes());
		assertThat(read("123456", 5, LONG)).isNull();
	}

	@Test
	void aBodyThatTakesTooLongIsGivenUp() {
		assertThatExceptionOfType(BodyReader.GivenUpException.class)
			.isThrownBy(() -> read("12345", 5, Duration.ofNanos(-1)))
			.extracting(BodyReader.GivenUpException::reason)
			.isEqualTo("too-slow");
	}

	@Test
	void aBodyForWhichThereIsNoMemoryLeftIsGivenUp() {
		this.budget.share().take(6);
		assertThatExceptionOfType(BodyReader.GivenUpException.class).isThrownBy(() -> read("12345", 5, LONG))
			.extracting(BodyReader.GivenUpException::reason)
			.isEqualTo("too-many-bodies");
	}

	@Test
	void aBodyThatIsShorterThanWasSaidIsNone() {
		MockHttpServletRequest cut = new MockHttpServletRequest() {

			@Override
			public long getContentLengthLong() {
				return 6;
			}

		};
		cut.setContent("12345".getBytes());
		assertThatExceptionOfType(EOFException.class)
			.isThrownBy(() -> BodyReader.read(cut, 10, this.budget.share(), LONG));
		assertThatExceptionOfType(EOFException.class).isThrownBy(() -> BodyReader.read(cut, 10));
	}

	private byte[] read(String body, long maxBytes, Duration maxTime) throws IOException {
		this.request.setContent(body.getBytes());
		return BodyReader.read(this.request, maxBytes, this.budget.share(), maxTime);
	}

}
