package io.github.postmarkspring.client.message;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

import io.github.postmarkspring.client.http.RequestBody;

import org.springframework.util.FastByteArrayOutputStream;

/**
 * JSON that is in memory but for the contents of attachments, whose places it knows: they
 * are read and encoded when the request is written. Jackson writes into it once.
 */
class JsonBody extends OutputStream implements RequestBody {

	private final List<Part> parts = new ArrayList<>();

	private FastByteArrayOutputStream json = new FastByteArrayOutputStream();

	private long length;

	JsonBody() {
		this.parts.add(this.json::writeTo);
	}

	@Override
	public void write(int b) throws IOException {
		this.json.write(b);
		this.length++;
	}

	@Override
	public void write(byte[] bytes, int offset, int count) throws IOException {
		this.json.write(bytes, offset, count);
		this.length += count;
	}

	/**
	 * Put the Base64 of an attachment here.
	 * @param content the content
	 */
	void write(Base64Content content) {
		this.parts.add(content);
		this.length += content.encodedLength();
		this.json = new FastByteArrayOutputStream();
		this.parts.add(this.json::writeTo);
	}

	@Override
	public long length() {
		return this.length;
	}

	@Override
	public void writeTo(OutputStream out) throws IOException {
		for (Part part : this.parts) {
			part.writeTo(out);
		}
	}

	/** A stretch of the body. */
	interface Part {

		void writeTo(OutputStream out) throws IOException;

	}

}
