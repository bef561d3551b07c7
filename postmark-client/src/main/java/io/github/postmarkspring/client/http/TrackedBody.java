package io.github.postmarkspring.client.http;

import java.io.IOException;
import java.io.OutputStream;

import org.springframework.http.StreamingHttpOutputMessage;

/**
 * Remembers whether the whole body was handed to the HTTP engine. As long as it was not,
 * the server cannot have a complete request, so it cannot have accepted one: this is what
 * tells "not sent" from "unknown" whatever the engine makes of the failure.
 */
class TrackedBody implements StreamingHttpOutputMessage.Body {

	private final RequestBody body;

	// Some engines write the body on a thread of their own.
	private volatile boolean complete;

	TrackedBody(RequestBody body) {
		this.body = body;
	}

	@Override
	public void writeTo(OutputStream out) throws IOException {
		this.body.writeTo(out);
		this.complete = true;
	}

	boolean isComplete() {
		return this.complete;
	}

}
