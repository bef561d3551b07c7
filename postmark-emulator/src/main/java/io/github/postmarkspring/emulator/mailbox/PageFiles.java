package io.github.postmarkspring.emulator.mailbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

import io.github.postmarkspring.emulator.http.ApiException;
import io.github.postmarkspring.emulator.http.Request;
import io.github.postmarkspring.emulator.http.Response;

/**
 * The page's own files, from the jar. It loads nothing from anywhere else.
 */
final class PageFiles {

	// No inline script and no inline style: whatever a message smuggles into the page
	// stays text.
	private static final String PAGE_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
			+ "img-src 'self'; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; "
			+ "frame-ancestors 'none'";

	private static final String INDEX = "index.html";

	private static final Map<String, String> TYPES = Map.of(INDEX, "text/html; charset=utf-8", "mailbox.css",
			"text/css; charset=utf-8", "mailbox.js", "text/javascript; charset=utf-8", "list.js",
			"text/javascript; charset=utf-8", "message.js", "text/javascript; charset=utf-8", "dom.js",
			"text/javascript; charset=utf-8", "icon.svg", "image/svg+xml");

	private final Map<String, Response> files = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

	PageFiles() {
		TYPES.forEach(
				(name, type) -> this.files.put(name, Protection.add(Response.content(type, load(name)), PAGE_POLICY)));
	}

	Response index(Request request) {
		return file(INDEX);
	}

	Response file(Request request) {
		return file(request.variable("file"));
	}

	private Response file(String name) {
		Response file = this.files.get(name);
		if (file == null) {
			throw ApiException.of(404, 404, "The mailbox page has no such file.");
		}
		return file;
	}

	private static byte[] load(String name) {
		try (InputStream file = PageFiles.class.getResourceAsStream("page/" + name)) {
			if (file == null) {
				throw new IllegalStateException("The mailbox page lacks " + name);
			}
			return file.readAllBytes();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
