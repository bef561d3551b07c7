package io.github.postmarkspring.client.message;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Base64;

import io.github.postmarkspring.client.error.InvalidMessageException;

import org.springframework.core.io.InputStreamSource;
import org.springframework.core.io.Resource;

/**
 * The content of an attachment, measured beforehand and encoded block by block while it
 * is read.
 */
class Base64Content implements JsonBody.Part {

	// A multiple of three, so that only the last block is padded. Blocks rather than
	// Base64.Encoder.wrap, whose internal buffer is too small to be fast.
	private static final int BLOCK = 24 * 1024;

	private final Attachment attachment;

	private final long length;

	Base64Content(Attachment attachment) {
		this.attachment = attachment;
		try {
			this.length = length(attachment.content());
		}
		catch (IOException | RuntimeException | Error ex) {
			throw unreadable(ex);
		}
	}

	private static long length(InputStreamSource content) throws IOException {
		long length = (content instanceof Resource resource) ? resource.contentLength() : -1;
		if (length >= 0) {
			return length;
		}
		try (InputStream in = content.getInputStream()) {
			return in.transferTo(OutputStream.nullOutputStream());
		}
	}

	long encodedLength() {
		return 4 * ((this.length + 2) / 3);
	}

	@Override
	public void writeTo(OutputStream out) throws IOException {
		Base64.Encoder encoder = Base64.getEncoder();
		byte[] block = new byte[(int) Math.min(BLOCK, Math.max(this.length, 1))];
		byte[] encoded = new byte[4 * ((block.length + 2) / 3)];
		long remaining = this.length;
		try (InputStream in = open()) {
			while (remaining > 0) {
				int count = (int) Math.min(block.length, remaining);
				if (read(in, block, count) < count) {
					throw changed();
				}
				byte[] bytes = (count == block.length) ? block : Arrays.copyOf(block, count);
				out.write(encoded, 0, encoder.encode(bytes, encoded));
				remaining -= count;
			}
			if (read(in, block, 1) > 0) {
				throw changed();
			}
		}
	}

	private InputStream open() {
		try {
			return this.attachment.content().getInputStream();
		}
		catch (IOException | RuntimeException | Error ex) {
			throw unreadable(ex);
		}
	}

	private int read(InputStream in, byte[] block, int count) {
		try {
			return in.readNBytes(block, 0, count);
		}
		catch (IOException | RuntimeException | Error ex) {
			throw unreadable(ex);
		}
	}

	/**
	 * Whatever it is that fails, an error as of a missing class included: the others are
	 * not to go without their mail for it.
	 */
	private InvalidMessageException unreadable(Throwable cause) {
		return new InvalidMessageException("Attachments", MessageChecks.INVALID,
				MessageChecks.shown(this.attachment.name()) + " cannot be read", cause);
	}

	private InvalidMessageException changed() {
		return new InvalidMessageException("Attachments", MessageChecks.INVALID,
				MessageChecks.shown(this.attachment.name()) + " changed its length while it was sent", null);
	}

}
