package io.github.postmarkspring.client.message;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

import io.github.postmarkspring.client.http.BufferPool;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

/**
 * Buffers that are used again, and never while another message is in them.
 */
class JsonBodyTests {

	private final BufferPool pool = new BufferPool();

	@Test
	void theBuffersOfAMessageThatWasSentAreUsedForTheNext() throws IOException {
		byte[] buffer = this.pool.take();
		this.pool.giveBack(buffer);
		JsonBody first = body('a', 6000);
		first.release();
		JsonBody second = body('b', 20_000);
		assertThat(buffer[0]).isEqualTo((byte) 'b');
		assertThat(written(second)).isEqualTo(bytes('b', 20_000));
	}

	@Test
	void messagesThatWaitAtTheSameTimeDoNotShareABuffer() throws IOException {
		JsonBody first = body('a', 6000);
		JsonBody second = body('b', 6000);
		assertThat(written(first)).isEqualTo(bytes('a', 6000));
		assertThat(written(second)).isEqualTo(bytes('b', 6000));
	}

	@Test
	void aMessageCanBeWrittenMoreThanOnceUntilItIsReleasedAndThenNoMore() throws IOException {
		JsonBody body = body('a', 10);
		assertThat(written(body)).isEqualTo(bytes('a', 10));
		assertThat(written(body)).isEqualTo(bytes('a', 10));
		body.release();
		body.release();
		assertThatIOException().isThrownBy(() -> written(body)).withMessage("The request was given up");
	}

	@Test
	void whatAnEngineIsStillWritingDoesNotBecomeAnotherMessage() throws IOException {
		JsonBody first = body('a', 20_000);
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		first.writeTo(new OutputStream() {
			@Override
			public void write(int b) {
				throw new UnsupportedOperationException();
			}

			@Override
			public void write(byte[] bytes, int offset, int length) {
				// The sender has given up, and another one sends.
				first.release();
				body('b', 100_000);
				out.write(bytes, offset, length);
			}
		});
		assertThat(out.toByteArray()).isEqualTo(bytes('a', 20_000));
	}

	@Test
	void buffersThatWereReleasedTwiceAreTakenOnce() {
		JsonBody body = body('a', 10);
		body.release();
		body.release();
		assertThat(this.pool.take()).isNotSameAs(this.pool.take());
	}

	private JsonBody body(char c, int length) {
		JsonBody body = new JsonBody(this.pool);
		body.write(bytes(c, length), 0, length);
		body.close();
		return body;
	}

	private static byte[] written(JsonBody body) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		body.writeTo(out);
		return out.toByteArray();
	}

	private static byte[] bytes(char c, int length) {
		byte[] bytes = new byte[length];
		Arrays.fill(bytes, (byte) c);
		return bytes;
	}

}
