package io.github.postmarkspring.client.http;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

import io.github.postmarkspring.client.error.InvalidTokenException;
import io.github.postmarkspring.client.error.PostmarkApiException;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;

/**
 * The token of one call, and its successor if Postmark refuses it. HTTP 401 says that
 * nothing was accepted, so even a message can be sent again.
 */
final class TokenUse {

	/**
	 * More than one, because a successor may be replaced before a busy machine has sent
	 * with it; and not more, because a source may have another one for ever.
	 */
	private static final int SUCCESSORS = 3;

	private final ApiToken token;

	private final CallTime time;

	private final List<String> values = new ArrayList<>(1);

	private @Nullable Exception failure;

	TokenUse(ApiToken token, CallTime time) {
		this.token = token;
		this.time = time;
	}

	/**
	 * Make a request, and again while there is another token after HTTP 401, and time.
	 * @param request makes the request anew, with the token given
	 * @return the answer that counts
	 */
	Answer exchange(Function<String, Answer> request) {
		String value = this.token.value();
		this.values.add(value);
		Answer answer = request.apply(value);
		for (int i = 0; i < SUCCESSORS && answer.status().isSameCodeAs(HttpStatus.UNAUTHORIZED); i++) {
			value = successor(value);
			if (value == null || this.time.isOver()) {
				break;
			}
			this.values.add(value);
			answer = request.apply(value);
		}
		return answer;
	}

	/** Return how long the next request may wait for its turn. */
	Duration patience() {
		return this.time.left();
	}

	private @Nullable String successor(String refused) {
		try {
			return this.token.valueAfterRefusal(refused);
		}
		catch (Exception ex) {
			this.failure = ex;
			return null;
		}
	}

	/** Say what a refusal means for the token, and why there was no other. */
	PostmarkApiException explain(PostmarkApiException refusal) {
		PostmarkApiException explained = refusal;
		if (refusal instanceof InvalidTokenException) {
			explained = new InvalidTokenException(refusal.status(), refusal.errorCode(), refusal.apiMessage(),
					this.token.refusal());
		}
		if (this.failure != null) {
			explained.addSuppressed(withoutToken(this.failure));
		}
		return explained;
	}

	/** Return a text of somebody else's without the token, in whatever case. */
	String hiddenIn(String text) {
		String hidden = text;
		for (String value : this.values) {
			// Nearly every answer to a mail is shorter, and a pattern costs.
			if (hidden.length() >= value.length()) {
				hidden = hidden.replaceAll("(?i)".concat(Pattern.quote(value)), "***");
			}
		}
		return hidden;
	}

	/** Return a failure, or what stands for it if a stack trace would show the token. */
	Throwable withoutToken(Throwable failure) {
		return TokenlessFailure.of(failure, this::hiddenIn);
	}

}
