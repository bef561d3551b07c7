package io.github.postmarkspring.emulator.mailbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
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

	private static final Map<String, String> TYPES = Map.of("html", "text/html; charset=utf-8", "css",
			"text/css; charset=utf-8", "js", "text/javascript; charset=utf-8", "svg", "image/svg+xml");

	private static final List<String> NAMES = List.of(INDEX, "mailbox.css", "mailbox.js", "list.js", "message.js",
			"activity.js", "attempts.js", "received.js", "compose.js", "dom.js", "icon.svg");

	private final Map<String, Response> files = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

	PageFiles() {
		NAMES.forEach(
				(name) -> this.files.put(name, Protection.add(Response.content(type(name), load(name)), PAGE_POLICY)));
	}

	Response index(Request request) {
		return file(INDEX);
	}

	Response file(Request request) {
		return file(request.variable("file"));
	}

	private static String type(String name) {
		return TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
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
