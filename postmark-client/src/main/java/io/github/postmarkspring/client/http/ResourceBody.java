package io.github.postmarkspring.client.http;

import java.io.IOException;
import java.io.OutputStream;

/**
 * The JSON of a resource's request, written with our own mapper: as a stream it passes
 * the converters of the application by.
 */
class ResourceBody implements RequestBody {

	private final byte[] json;

	private final boolean sending;

	ResourceBody(byte[] json, boolean sending) {
		this.json = json;
		this.sending = sending;
	}

	boolean isSending() {
		return this.sending;
	}

	@Override
	public long length() {
		return this.json.length;
	}

	@Override
	public void writeTo(OutputStream out) throws IOException {
		out.write(this.json);
	}

}
