package io.github.postmarkspring.client.http;

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

	private String value = "";

	private @Nullable Exception failure;

	TokenUse(ApiToken token) {
		this.token = token;
	}

	/**
	 * Make a request, and again while there is another token after HTTP 401.
	 * @param request makes the request anew, with the token given
	 * @return the answer that counts
	 */
	Answer exchange(Function<String, Answer> request) {
		this.value = this.token.value();
		Answer answer = request.apply(this.value);
		for (int i = 0; i < SUCCESSORS && answer.status().isSameCodeAs(HttpStatus.UNAUTHORIZED); i++) {
			String successor = successor();
			if (successor == null) {
				break;
			}
			this.value = successor;
			answer = request.apply(successor);
		}
		return answer;
	}

	private @Nullable String successor() {
		try {
			return this.token.valueAfterRefusal(this.value);
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
		if (this.failure != null && unlessQuotedBy(this.failure) != null) {
			explained.addSuppressed(this.failure);
		}
		return explained;
	}

	/** Return a text of somebody else's without the token, in whatever case. */
	String hiddenIn(String text) {
		if (text.length() < this.value.length()) {
			// As nearly every answer to a mail is, and a pattern costs.
			return text;
		}
		return text.replaceAll("(?i)".concat(Pattern.quote(this.value)), "***");
	}

	/** Return a failure, or {@code null} if it quotes the token. */
	@Nullable Exception unlessQuotedBy(Exception failure) {
		String text = String.valueOf(failure.getMessage());
		return hiddenIn(text).equals(text) ? failure : null;
	}

}
