package io.github.postmarkspring.client.http;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Buffers for JSON that is written before it is sent, used again and again: the buffers
 * of a mail would otherwise be a third of what sending it allocates, and those of a batch
 * nearly all. No more than 4 MB are kept, and a little for text on its way there.
 *
 * @since 0.1.0
 */
public final class BufferPool {

	private static final int LENGTH = 8 * 1024;

	private static final int MOST = 512;

	private static final int TEXT_LENGTH = 1024;

	private static final int MOST_TEXTS = 64;

	private final BlockingQueue<byte[]> free = new ArrayBlockingQueue<>(MOST);

	private final BlockingQueue<char[]> freeTexts = new ArrayBlockingQueue<>(MOST_TEXTS);

	/**
	 * Create an empty pool.
	 */
	public BufferPool() {
	}

	/**
	 * Take a buffer.
	 * @return the buffer, with anything in it
	 */
	public byte[] take() {
		byte[] buffer = this.free.poll();
		return (buffer != null) ? buffer : new byte[LENGTH];
	}

	/**
	 * Give a buffer back. Nobody may look at it any more.
	 * @param buffer the buffer
	 */
	public void giveBack(byte[] buffer) {
		this.free.offer(buffer);
	}

	/**
	 * Take a buffer for text.
	 * @return the buffer, with anything in it
	 */
	public char[] takeText() {
		char[] buffer = this.freeTexts.poll();
		return (buffer != null) ? buffer : new char[TEXT_LENGTH];
	}

	/**
	 * Give a buffer for text back. Nobody may look at it any more.
	 * @param buffer the buffer
	 */
	public void giveBack(char[] buffer) {
		this.freeTexts.offer(buffer);
	}

}
