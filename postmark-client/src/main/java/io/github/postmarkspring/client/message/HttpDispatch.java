package io.github.postmarkspring.client.message;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

import io.github.postmarkspring.client.error.AmbiguousSendException;
import io.github.postmarkspring.client.error.InvalidMessageException;
import io.github.postmarkspring.client.error.PostmarkException;
import io.github.postmarkspring.client.http.ApiToken;
import io.github.postmarkspring.client.http.PostmarkHttp;
import io.github.postmarkspring.client.http.SentAnswer;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;

/**
 * Hands messages over in a request each, or many in one.
 */
class HttpDispatch implements MessageDispatch {

	private final PostmarkHttp http;

	private final ApiToken token;

	HttpDispatch(PostmarkHttp http, ApiToken token) {
		this.http = http;
		this.token = token;
	}

	@Override
	public SendResult send(PreparedMessage message) {
		String path = message.isTemplated() ? "/email/withTemplate" : "/email";
		try {
			SentAnswer<SendAnswer> answer = this.http.send(this.token, path, message.body(), SendAnswer.class);
			return answer.value().toResult(HttpStatus.OK, answer.hidden());
		}
		catch (AmbiguousSendException ex) {
			throw message.withKey(ex);
		}
	}

	@Override
	public List<BatchItem> sendAll(List<PreparedMessage> messages) {
		List<BatchItem> items = new ArrayList<>(messages.size());
		List<PreparedMessage> remaining = new ArrayList<>(messages);
		while (!remaining.isEmpty()) {
			BatchBody body = new BatchBody(remaining);
			try {
				this.http.refuseIfEnding();
				items.addAll(exchange(remaining, body));
				break;
			}
			catch (PostmarkException ex) {
				PreparedMessage broken = body.broken();
				if (broken == null || !(ex instanceof InvalidMessageException invalid)) {
					remaining.forEach((message) -> items.add(message.failed(ex)));
					break;
				}
				// Nothing was sent, and the others have done nothing wrong.
				items.add(broken.failed(invalid));
				remaining.remove(broken);
			}
		}
		return items;
	}

	private List<BatchItem> exchange(List<PreparedMessage> messages, BatchBody body) {
		String path = messages.get(0).isTemplated() ? "/email/batchWithTemplates" : "/email/batch";
		SentAnswer<SendAnswer[]> answer = this.http.send(this.token, path, body, SendAnswer[].class);
		SendAnswer[] answers = answer.value();
		if (answers.length != messages.size()) {
			throw new AmbiguousSendException("Postmark answered " + messages.size() + " messages with " + answers.length
					+ " results: which were sent is not known", HttpStatus.OK, null);
		}
		List<BatchItem> items = new ArrayList<>(messages.size());
		for (int i = 0; i < answers.length; i++) {
			items.add(item(messages.get(i), answers[i], answer.hidden()));
		}
		return items;
	}

	/** A result may be {@code null}, which says nothing of that message. */
	private static BatchItem item(PreparedMessage message, @Nullable SendAnswer answer, UnaryOperator<String> hidden) {
		try {
			SendAnswer given = (answer != null) ? answer : new SendAnswer(null, null, null, null);
			return new BatchItem.Accepted(message.index(), message.message(), given.toResult(null, hidden));
		}
		catch (PostmarkException ex) {
			return message.failed(ex);
		}
	}

}
