package io.github.postmarkspring.client.http;

import java.net.URI;
import java.time.Duration;
import java.util.function.BiFunction;
import java.util.function.Supplier;

import io.github.postmarkspring.client.error.PostmarkException;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClient.RequestBodySpec;
import org.springframework.web.client.RestClient.RequestHeadersSpec;

/**
 * Makes requests, each of them once, and says of those that are not answered whether they
 * can have reached Postmark.
 */
class Requests {

	/** What {@link RestClient} gives observations to name a request by. */
	static final String URI_TEMPLATE = RestClient.class.getName() + ".uriTemplate";

	private final Supplier<RestClient> restClient;

	private final boolean intercepted;

	private final RequestGate gate;

	private final RequestObservations observations;

	private volatile @Nullable Expanded lastPost;

	Requests(Supplier<RestClient> restClient, boolean intercepted, RequestGate gate, RequestObservations observations) {
		this.restClient = restClient;
		this.intercepted = intercepted;
		this.gate = gate;
		this.observations = observations;
	}

	RestClient client() {
		return this.restClient.get();
	}

	/** To expand a path costs as much as to write a mail, and it seldom changes. */
	RequestBodySpec post(String path) {
		RestClient client = client();
		Expanded last = this.lastPost;
		if (last != null && last.client == client && last.path.equals(path)) {
			return client.post().uri(last.uri).attribute(URI_TEMPLATE, last.uri.toString());
		}
		return client.post().uri(path, (builder) -> {
			URI uri = builder.build();
			this.lastPost = new Expanded(client, path, uri);
			return uri;
		});
	}

	/**
	 * Make a request.
	 * @param request the request, with its method and URI
	 * @param token the kind of the token
	 * @param tokenValue its value
	 * @param body the JSON, or {@code null}
	 * @param patience how long to wait for its turn
	 * @param limit the most bytes of the answer to take
	 * @param onFailure what to throw if there is no answer, given why, and whether it is
	 * certain that the request did not get to Postmark
	 * @return the answer
	 */
	Answer exchange(RequestBodySpec request, ApiToken token, String tokenValue, @Nullable RequestBody body,
			Duration patience, int limit, BiFunction<Throwable, Boolean, RuntimeException> onFailure) {
		// Its own each time: what became of the first must not be taken for the second.
		TrackedBody tracked = (body != null) ? new TrackedBody(body) : null;
		ObservedRequest observed = this.observations.observe(request);
		RequestHeadersSpec<?> complete = complete(request, token, tokenValue, tracked);
		String unmade = (body != null) ? RequestGate.NOT_SENT : RequestGate.NOT_ASKED;
		Answer answer = this.gate.pass(unmade, patience, () -> {
			try {
				return (observed != null) ? observed.exchange(complete, limit)
						: complete.exchangeForRequiredValue((sent, response) -> Answer.read(response, limit));
			}
			catch (Throwable ex) {
				// An interceptor in Kotlin may fail with what is checked in Java.
				throw failure(ex, tracked, onFailure);
			}
		});
		if (tracked != null) {
			// An engine may still be writing what was answered early.
			tracked.abandon();
		}
		return answer;
	}

	/**
	 * Give a request its headers, straight to the engine because the client copies what
	 * it is given, and its body, as a stream: that passes converters by.
	 */
	private static RequestHeadersSpec<?> complete(RequestBodySpec request, ApiToken token, String tokenValue,
			@Nullable TrackedBody body) {
		request.httpRequest((sent) -> {
			HttpHeaders headers = sent.getHeaders();
			headers.set(token.headerName(), tokenValue);
			headers.set(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON_VALUE);
			if (body != null) {
				headers.set(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON_VALUE);
				headers.setContentLength(body.length());
			}
		});
		return (body != null) ? request.body(body) : request;
	}

	private RuntimeException failure(Throwable failure, @Nullable TrackedBody body,
			BiFunction<Throwable, Boolean, RuntimeException> onFailure) {
		if (body != null && body.abandon()) {
			PostmarkException unwritten = body.failure();
			return (unwritten != null) ? unwritten : onFailure.apply(failure, true);
		}
		return onFailure.apply(failure, !this.intercepted && TransportFailures.happenedBeforeTheRequest(failure));
	}

	/**
	 * A path, and what a client makes of it.
	 */
	private record Expanded(RestClient client, String path, URI uri) {

	}

}
