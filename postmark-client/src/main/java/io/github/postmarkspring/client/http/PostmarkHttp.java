package io.github.postmarkspring.client.http;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

import io.github.postmarkspring.client.error.AmbiguousSendException;
import io.github.postmarkspring.client.error.PostmarkApiException;
import io.github.postmarkspring.client.error.PostmarkException;
import io.github.postmarkspring.client.error.PostmarkTransportException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClient.RequestBodySpec;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

/**
 * Carries requests to Postmark and makes results or {@link PostmarkException}s of what
 * comes back; nothing else ever leaves it. One instance serves any number of tokens, and
 * builds nothing before the first request.
 *
 * @since 0.1.0
 */
public final class PostmarkHttp {

	// 500 results, each of which may list 50 addresses.
	private static final int MAX_SEND_ANSWER = 8 * 1024 * 1024;

	// A list of suppressions has no pages.
	private static final int MAX_ANSWER = 64 * 1024 * 1024;

	private final Requests requests;

	private final String via;

	private final Retry retry;

	private final RequestLimits limits;

	private final RequestGate gate;

	private final Supplier<JsonMapper> jsonMapper = SingletonSupplier.of(PostmarkJson::mapper);

	private final BufferPool buffers = new BufferPool();

	/**
	 * Create a new instance.
	 * @param restClient gives the client that reaches Postmark's base URL; asked at every
	 * request
	 * @param intercepted whether it has interceptors: what they do after the request may
	 * fail as if it had not been made
	 * @param proxy the proxy on the way, as messages are to name it, or {@code null} if
	 * there is none
	 * @param retry when a call is made again
	 * @param onRetry told then what the attempt before failed with
	 * @param limits how many requests may be under way at once
	 * @param observations observes them
	 */
	public PostmarkHttp(Supplier<RestClient> restClient, boolean intercepted, @Nullable String proxy,
			RetrySettings retry, Consumer<PostmarkException> onRetry, RequestLimits limits,
			RequestObservations observations) {
		this(restClient, intercepted, proxy, new Retry(retry, onRetry), limits, observations);
	}

	PostmarkHttp(Supplier<RestClient> restClient, boolean intercepted, @Nullable String proxy, Retry retry,
			RequestLimits limits, RequestObservations observations) {
		this.via = (proxy != null) ? " through the proxy " + proxy : "";
		this.retry = retry;
		this.limits = limits;
		this.gate = new RequestGate(limits);
		this.requests = new Requests(restClient, intercepted, this.gate, observations);
	}

	/**
	 * Begin to end: from now on no call is made again, and none waits for its turn. Those
	 * that do fail.
	 */
	public void end() {
		this.retry.end();
		this.gate.end();
	}

	/**
	 * Take back {@link #end()}.
	 */
	public void resume() {
		this.retry.resume();
		this.gate.resume();
	}

	/**
	 * Return whether this is {@link #end() ending}.
	 * @return whether it is
	 */
	public boolean isEnding() {
		return this.gate.isEnding();
	}

	/**
	 * Say that something will not be sent, if this is {@link #end() ending}: for what
	 * would begin now of its own accord.
	 * @throws PostmarkTransportException if it is
	 */
	public void refuseIfEnding() {
		refuseIfEnding(RequestGate.NOT_SENT);
	}

	private void refuseIfEnding(String unmade) {
		if (isEnding()) {
			throw RequestGate.notMade(unmade, "the application is shutting down", null);
		}
	}

	/**
	 * Return how many requests are under way.
	 * @return how many
	 */
	public int underWay() {
		return this.gate.underWay();
	}

	/**
	 * Return how many requests may be under way.
	 * @return how many
	 */
	public int maxRequests() {
		return this.limits.maxRequests();
	}

	/**
	 * Wait, after {@link #end()}, until no request is under way.
	 * @param timeout how long to wait
	 * @return whether that came to be in time
	 * @throws InterruptedException if the thread is interrupted
	 */
	public boolean awaitIdle(Duration timeout) throws InterruptedException {
		return this.gate.awaitIdle(timeout.toNanos());
	}

	/**
	 * Return the mapper for what Postmark reads and writes. It is independent of the
	 * mapper of the application.
	 * @return the mapper
	 */
	public JsonMapper jsonMapper() {
		return this.jsonMapper.get();
	}

	/**
	 * Return the buffers for what is written before it is sent.
	 * @return the buffers
	 */
	public BufferPool buffers() {
		return this.buffers;
	}

	/**
	 * Hand over a message or several. Where the outcome is not certain, an
	 * {@link AmbiguousSendException} says so.
	 * @param <T> what the answer is read as
	 * @param token the token
	 * @param path the path below the base URL
	 * @param body the JSON
	 * @param answerType what the answer is read as
	 * @return the answer
	 * @throws PostmarkException if the message was not sent, or may not have been
	 */
	public <T> SentAnswer<T> send(ApiToken token, String path, RequestBody body, Class<T> answerType) {
		return send(token, () -> this.requests.post(path), body, this.jsonMapper.get().constructType(answerType));
	}

	<T> SentAnswer<T> send(ApiToken token, Supplier<RequestBodySpec> request, RequestBody body, JavaType answerType) {
		return this.retry.call((time) -> sendOnce(token, new TokenUse(token, time), request, body, answerType));
	}

	private <T> SentAnswer<T> sendOnce(ApiToken token, TokenUse use, Supplier<RequestBodySpec> request,
			RequestBody body, JavaType answerType) {
		Answer answer = use.exchange((value) -> this.requests.exchange(request.get(), token, value, body,
				use.patience(), MAX_SEND_ANSWER, (ex, neverSent) -> sendFailure(ex, neverSent, use)));
		if (answer.status().is2xxSuccessful()) {
			T value = read(answer, answerType, use,
					(ex) -> new AmbiguousSendException(
							"Postmark answered HTTP " + answer.status().value()
									+ " with a body that cannot be read: the message may have been sent",
							answer.status(), ex));
			return new SentAnswer<>(value, use::hiddenIn);
		}
		ErrorBody error = errorBody(answer);
		int errorCode = error.code(answer);
		boolean refusedForNow = isRefusedForNow(answer, errorCode);
		if (answer.status().is5xxServerError() && !refusedForNow) {
			throw new AmbiguousSendException(
					"Postmark answered HTTP " + answer.status().value() + ", ErrorCode " + errorCode + " ("
							+ ForeignText.oneLine(error.text(answer, use), 300) + "): the message may have been sent",
					answer.status(), null);
		}
		refuseForeign(answer);
		PostmarkApiException refusal = use.explain(ApiErrors.ofSend(answer.status(), errorCode, error.text(answer, use),
				answer.retryAfter(), error.fieldErrors(use)));
		throw refusedForNow ? new TryAgain(refusal) : refusal;
	}

	/** Too many requests, or maintenance: nothing was done, and later it may be. */
	private static boolean isRefusedForNow(Answer answer, int errorCode) {
		return answer.status().isSameCodeAs(HttpStatus.TOO_MANY_REQUESTS)
				|| (errorCode == 100 && answer.status().isSameCodeAs(HttpStatus.SERVICE_UNAVAILABLE));
	}

	private RuntimeException sendFailure(Throwable failure, boolean neverSent, TokenUse use) {
		if (neverSent) {
			return new TryAgain(new PostmarkTransportException("The message was not sent, Postmark could not be reached"
					+ this.via + ": " + TransportFailures.describe(failure, use::hiddenIn), use.withoutToken(failure)));
		}
		return new AmbiguousSendException("Postmark did not answer" + this.via + ", the message may have been sent: "
				+ TransportFailures.describe(failure, use::hiddenIn), null, use.withoutToken(failure));
	}

	/**
	 * Read something.
	 * @param <T> what the answer is read as
	 * @param token the token
	 * @param uri the path below the base URL, with its query, as a template
	 * @param variables what to put into the template
	 * @param answerType what the answer is read as
	 * @return the answer
	 * @throws PostmarkException if Postmark refuses or cannot be reached
	 */
	public <T> T read(ApiToken token, String uri, Map<String, ?> variables, Class<T> answerType) {
		return this.retry.call((time) -> readOnce(token, time, uri, variables, answerType));
	}

	/**
	 * Read something in one attempt, and not while this is {@link #end() ending}: for
	 * what asks again by itself.
	 * @param <T> what the answer is read as
	 * @param token the token
	 * @param uri the path below the base URL, with its query, as a template
	 * @param variables what to put into the template
	 * @param answerType what the answer is read as
	 * @return the answer
	 * @throws PostmarkException if Postmark refuses or cannot be reached
	 */
	public <T> T tryToRead(ApiToken token, String uri, Map<String, ?> variables, Class<T> answerType) {
		refuseIfEnding(RequestGate.NOT_ASKED);
		try {
			return readOnce(token, new CallTime(this.retry), uri, variables, answerType);
		}
		catch (TryAgain ex) {
			throw ex.failure();
		}
	}

	private <T> T readOnce(ApiToken token, CallTime time, String uri, Map<String, ?> variables, Class<T> answerType) {
		return callOnce(token, new TokenUse(token, time),
				() -> this.requests.client().method(HttpMethod.GET).uri(uri, variables), null, true,
				this.jsonMapper.get().constructType(answerType));
	}

	/**
	 * Return when a call is made again.
	 * @return the settings
	 */
	public RetrySettings retrySettings() {
		return this.retry.settings();
	}

	/**
	 * Wait, as between the attempts of a call.
	 * @param duration how long
	 * @return {@code false} if this is {@link #end() ending}: it ends the wait, and there
	 * is to be no other attempt
	 * @throws InterruptedException if the thread is interrupted, or was before
	 */
	public boolean pause(Duration duration) throws InterruptedException {
		return this.retry.pause(duration);
	}

	/**
	 * Return the clock that goes with {@link #pause(Duration)}.
	 * @return nanoseconds since whenever
	 */
	public long nanoTime() {
		return this.retry.nanoTime();
	}

	/**
	 * Make an HTTP interface callable.
	 * @param <S> the interface
	 * @param token the token its calls carry
	 * @param httpInterface the interface
	 * @return its implementation
	 */
	public <S> S resource(ApiToken token, Class<S> httpInterface) {
		return HttpServiceProxyFactory.builderFor(new ResourceAdapter(this, token))
			.customArgumentResolver(new ResourceArguments(this.jsonMapper))
			.build()
			.createClient(httpInterface);
	}

	RestClient restClient() {
		return this.requests.client();
	}

	<T> T call(ApiToken token, Supplier<RequestBodySpec> request, @Nullable RequestBody body, boolean read,
			JavaType answerType) {
		return this.retry.call((time) -> callOnce(token, new TokenUse(token, time), request, body, read, answerType));
	}

	private <T> T callOnce(ApiToken token, TokenUse use, Supplier<RequestBodySpec> newRequest,
			@Nullable RequestBody body, boolean read, JavaType answerType) {
		Answer answer = use.exchange((value) -> this.requests.exchange(newRequest.get(), token, value, body,
				use.patience(), MAX_ANSWER,
				(ex, neverSent) -> callFailure(
						"No answer from Postmark" + this.via + ": " + TransportFailures.describe(ex, use::hiddenIn),
						use.withoutToken(ex), read || neverSent)));
		if (answer.status().is2xxSuccessful()) {
			return read(answer, answerType, use,
					(ex) -> callFailure(
							"Postmark answered HTTP " + answer.status().value() + " with a body that cannot be read",
							ex, read));
		}
		ErrorBody error = errorBody(answer);
		int errorCode = error.code(answer);
		if (answer.status().is5xxServerError() && errorCode == 0) {
			throw callFailure("No usable answer from Postmark: " + ForeignText.oneLine(error.text(answer, use), 300),
					null, read);
		}
		refuseForeign(answer);
		PostmarkApiException refusal = use.explain(ApiErrors.of(answer.status(), errorCode, error.text(answer, use),
				answer.retryAfter(), error.fieldErrors(use)));
		throw (isRefusedForNow(answer, errorCode) || (read && answer.status().is5xxServerError()))
				? new TryAgain(refusal) : refusal;
	}

	private static RuntimeException callFailure(String message, @Nullable Throwable cause, boolean again) {
		return again ? new TryAgain(new PostmarkTransportException(message, cause))
				: new PostmarkTransportException(message.concat(" (the change may have been made)"), cause);
	}

	/** Make a call whose answer only says that it was done. */
	void confirm(ApiToken token, Supplier<RequestBodySpec> request, @Nullable RequestBody body) {
		this.retry.call((time) -> {
			TokenUse use = new TokenUse(token, time);
			ErrorBody answer = callOnce(token, use, request, body, false,
					this.jsonMapper.get().constructType(ErrorBody.class));
			if (answer.errorCode() != null && answer.errorCode() != 0) {
				throw use.explain(ApiErrors.of(HttpStatus.OK, answer.errorCode(),
						use.hiddenIn(Objects.requireNonNullElse(answer.message(), "No message of Postmark's")), null,
						answer.fieldErrors(use)));
			}
			return answer;
		});
	}

	private <T> T read(Answer answer, JavaType type, TokenUse use,
			Function<@Nullable Throwable, RuntimeException> onFailure) {
		T value;
		try {
			value = this.jsonMapper.get().readValue(answer.body(), type);
		}
		catch (JacksonException ex) {
			throw onFailure.apply(use.withoutToken(ex));
		}
		if (value == null) {
			throw onFailure.apply(null);
		}
		return value;
	}

	private ErrorBody errorBody(Answer answer) {
		try {
			ErrorBody body = this.jsonMapper.get().readValue(answer.body(), ErrorBody.class);
			return (body != null) ? body : ErrorBody.none();
		}
		catch (JacksonException ex) {
			return ErrorBody.none();
		}
	}

	/** Postmark redirects nobody: who does is something between it and us. */
	private void refuseForeign(Answer answer) {
		if (answer.status().isSameCodeAs(HttpStatus.PROXY_AUTHENTICATION_REQUIRED)) {
			throw new PostmarkTransportException("Postmark could not be reached" + this.via
					+ ": HTTP 407, the proxy wants a user name and password, or other ones", null);
		}
		if (!answer.status().isError()) {
			throw new PostmarkTransportException("Not answered by Postmark but with HTTP " + answer.status().value()
					+ ", which was not followed: check the base URL and any proxy", null);
		}
	}

}
