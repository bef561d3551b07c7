package io.github.postmarkspring.client.message;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.postmarkspring.client.http.BufferPool;
import io.github.postmarkspring.client.http.RequestBody;

/**
 * JSON that is in memory but for the contents of attachments, whose places it knows: they
 * are read and encoded when the request is written. Jackson writes into it once.
 */
class JsonBody extends OutputStream implements RequestBody {

	private static final int RELEASED = -1;

	private final BufferPool pool;

	private final List<byte[]> taken = new ArrayList<>(1);

	private final List<Part> parts = new ArrayList<>(1);

	private byte[] buffer = {};

	/** Where in the buffer the part begins that is being written. */
	private int start;

	private int end;

	private long length;

	// How many requests are being written with it: one that was given up may take a while
	// to notice.
	private final AtomicInteger writers = new AtomicInteger();

	JsonBody(BufferPool pool) {
		this.pool = pool;
	}

	@Override
	public void write(int b) {
		write(new byte[] { (byte) b }, 0, 1);
	}

	@Override
	public void write(byte[] bytes, int offset, int count) {
		int written = 0;
		while (written < count) {
			makeRoom(1);
			int room = Math.min(count - written, this.buffer.length - this.end);
			System.arraycopy(bytes, offset + written, this.buffer, this.end, room);
			this.end += room;
			written += room;
		}
		this.length += count;
	}

	/**
	 * Write a long text as a JSON string.
	 * @param text the text
	 */
	void write(String text) {
		char[] chars = this.pool.takeText();
		write('"');
		LongText remaining = new LongText(text, chars);
		while (remaining.remains()) {
			makeRoom(LongText.MOST);
			int before = this.end;
			this.end = remaining.encode(this.buffer, this.end);
			this.length += this.end - before;
		}
		write('"');
		this.pool.giveBack(chars);
	}

	private void makeRoom(int bytes) {
		if (this.buffer.length - this.end < bytes) {
			endPart();
			this.buffer = this.pool.take();
			this.taken.add(this.buffer);
			this.start = 0;
			this.end = 0;
		}
	}

	private void endPart() {
		if (this.end > this.start) {
			byte[] bytes = this.buffer;
			int offset = this.start;
			int count = this.end - this.start;
			this.parts.add((out) -> out.write(bytes, offset, count));
			this.start = this.end;
		}
	}

	/**
	 * Put the Base64 of an attachment here.
	 * @param content the content
	 */
	void write(Base64Content content) {
		endPart();
		this.parts.add(content);
		this.length += content.encodedLength();
	}

	/** The JSON is complete. */
	@Override
	public void close() {
		endPart();
	}

	@Override
	public long length() {
		return this.length;
	}

	@Override
	public void writeTo(OutputStream out) throws IOException {
		if (this.writers.getAndUpdate((count) -> (count == RELEASED) ? RELEASED : count + 1) == RELEASED) {
			throw new IOException("The request was given up");
		}
		try {
			for (Part part : this.parts) {
				part.writeTo(out);
			}
		}
		finally {
			this.writers.decrementAndGet();
		}
	}

	/**
	 * Give the buffers back: the message has been sent, or will not be. An engine that is
	 * still writing keeps them, and they are not used again, because what it writes must
	 * not become another message's.
	 */
	void release() {
		if (this.writers.compareAndSet(0, RELEASED)) {
			this.taken.forEach(this.pool::giveBack);
		}
	}

	/** A stretch of the body. */
	interface Part {

		void writeTo(OutputStream out) throws IOException;

	}

}
