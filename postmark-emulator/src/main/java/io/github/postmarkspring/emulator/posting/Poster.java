package io.github.postmarkspring.emulator.posting;

import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import javax.net.ssl.SSLException;

import io.github.postmarkspring.emulator.http.ApiException;
import org.jspecify.annotations.Nullable;

/**
 * Makes one request as Postmark makes it, and follows where it is sent.
 */
final class Poster {

	private static final int MAX_REDIRECTS = 10;

	private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

	private final boolean remote;

	private @Nullable HttpClient client;

	Poster(boolean remote) {
		this.remote = remote;
	}

	/**
	 * Posts, and waits for the answer.
	 * @param target where to
	 * @param headers headers of this attempt
	 * @param body the JSON
	 * @param timeout how long all of it may take
	 * @throws InterruptedException if the emulator is closing
	 */
	Answer post(Target target, Map<String, String> headers, byte[] body, Duration timeout) throws InterruptedException {
		long start = System.nanoTime();
		Target next = target;
		boolean post = true;
		for (int redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
			if (!this.remote && !Loopback.is(next.uri())) {
				return Answer.refused("The emulator posts to this machine only, not to " + host(next));
			}
			try {
				HttpRequest request = request(next, headers, post ? body : null);
				HttpResponse<byte[]> response = exchange(request, timeout.minusNanos(System.nanoTime() - start));
				String location = response.headers().firstValue("Location").orElse(null);
				if (!REDIRECTS.contains(response.statusCode()) || location == null) {
					return Answer.of(response.statusCode(), response.body(), since(start));
				}
				next = next.redirected(location);
				post = post && response.statusCode() >= 307;
			}
			catch (IllegalArgumentException ex) {
				return Answer.failed("The address or a header cannot be sent", since(start));
			}
			catch (TimeoutException ex) {
				return Answer.failed("No answer within " + timeout.toMillis() + " ms", since(start));
			}
			catch (ExecutionException ex) {
				return Answer.failed(reason(ex.getCause()), since(start));
			}
		}
		return Answer.failed("More than " + MAX_REDIRECTS + " redirects", since(start));
	}

	private static String host(Target target) {
		String host = target.uri().getHost();
		return (host != null) ? ApiException.quote(host) : "this address";
	}

	private static HttpRequest request(Target target, Map<String, String> headers, byte @Nullable [] body) {
		HttpRequest.Builder request = HttpRequest.newBuilder(target.uri());
		target.headers().forEach(request::setHeader);
		headers.forEach(request::setHeader);
		request.setHeader("User-Agent", "Postmark");
		if (body == null) {
			return request.GET().build();
		}
		return request.setHeader("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofByteArray(body))
			.build();
	}

	private HttpResponse<byte[]> exchange(HttpRequest request, Duration timeout)
			throws InterruptedException, ExecutionException, TimeoutException {
		CompletableFuture<HttpResponse<byte[]>> response = client().sendAsync(request, (head) -> new FirstBytes());
		try {
			// The client's own limit ends with the head of the answer.
			return response.get(Math.max(timeout.toMillis(), 1), TimeUnit.MILLISECONDS);
		}
		finally {
			response.cancel(true);
		}
	}

	/**
	 * Made when first needed: it has a thread.
	 */
	private synchronized HttpClient client() {
		if (this.client == null) {
			HttpClient.Builder builder = HttpClient.newBuilder()
				.version(HttpClient.Version.HTTP_1_1)
				.followRedirects(HttpClient.Redirect.NEVER);
			this.client = (this.remote ? builder : builder.proxy(HttpClient.Builder.NO_PROXY)).build();
		}
		return this.client;
	}

	/**
	 * The client's thread ends when nobody holds the client any more. Closing it by a
	 * method takes a newer JDK.
	 */
	synchronized void close() {
		this.client = null;
	}

	/**
	 * The exception's own message may quote the address.
	 */
	private static String reason(@Nullable Throwable ex) {
		if (ex instanceof ConnectException) {
			return "Connection refused";
		}
		if (ex instanceof SSLException) {
			return "TLS failed: the certificate is not trusted, or the server speaks no TLS";
		}
		return "The connection was lost (" + ((ex != null) ? ex.getClass().getSimpleName() : "unknown") + ")";
	}

	private static Duration since(long start) {
		return Duration.ofNanos(System.nanoTime() - start);
	}

}
