package io.github.postmarkspring.sample;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Fetches pages and submits forms as a browser does, redirects included.
 */
record Browser(HttpClient http, String site) {

	static Browser at(int port) {
		return new Browser(HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build(),
				"http://localhost:" + port);
	}

	HttpResponse<String> open(String path) throws IOException, InterruptedException {
		return send(HttpRequest.newBuilder(URI.create(this.site + path)));
	}

	HttpResponse<String> submit(String path, Map<String, String> form) throws IOException, InterruptedException {
		String body = form.entrySet()
			.stream()
			.map((field) -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
		return send(HttpRequest.newBuilder(URI.create(this.site + path))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString(body)));
	}

	private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
		return this.http.send(request.header("Accept", "text/html").build(), BodyHandlers.ofString());
	}

}
