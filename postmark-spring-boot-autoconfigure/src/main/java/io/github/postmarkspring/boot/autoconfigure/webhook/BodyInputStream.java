package io.github.postmarkspring.boot.autoconfigure.webhook;

import java.io.ByteArrayInputStream;
import java.io.IOException;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;

/**
 * A body that has been read, as a stream.
 */
final class BodyInputStream extends ServletInputStream {

	private final ByteArrayInputStream in;

	BodyInputStream(byte[] body) {
		this.in = new ByteArrayInputStream(body);
	}

	@Override
	public int read() {
		return this.in.read();
	}

	@Override
	public int read(byte[] bytes, int offset, int length) {
		return this.in.read(bytes, offset, length);
	}

	@Override
	public int available() {
		return this.in.available();
	}

	@Override
	public boolean isFinished() {
		return this.in.available() == 0;
	}

	@Override
	public boolean isReady() {
		return true;
	}

	@Override
	public void setReadListener(ReadListener listener) {
		try {
			if (!isFinished()) {
				listener.onDataAvailable();
			}
			if (isFinished()) {
				listener.onAllDataRead();
			}
		}
		catch (IOException ex) {
			listener.onError(ex);
		}
	}

}
