package io.github.postmarkspring.benchmarks.subject;

import java.io.IOException;
import java.util.List;

import com.postmarkapp.postmark.Postmark;
import com.postmarkapp.postmark.client.ApiClient;
import com.postmarkapp.postmark.client.data.model.message.Message;
import com.postmarkapp.postmark.client.data.model.message.MessageResponse;
import com.postmarkapp.postmark.client.exception.PostmarkException;

/**
 * Postmark's own library for Java, as its documentation uses it.
 */
final class OfficialSdk implements Subject {

	private final ApiClient client;

	OfficialSdk(int port, String token) {
		this.client = Postmark.getApiClient(token, false, "127.0.0.1:" + port);
	}

	@Override
	public Sent send(Mail mail) {
		try {
			MessageResponse answer = this.client.deliverMessage(message(mail));
			return (answer.getErrorCode() == 0) ? Sent.accepted(1) : Sent.failed(1);
		}
		catch (PostmarkException ex) {
			return Sent.failed(1);
		}
		catch (IOException ex) {
			return Sent.unknown(1);
		}
	}

	@Override
	public Sent sendAll(List<Mail> mails) {
		try {
			List<MessageResponse> answers = this.client
				.deliverMessage(mails.stream().map(OfficialSdk::message).toList());
			int accepted = (int) answers.stream().filter((answer) -> answer.getErrorCode() == 0).count();
			return new Sent(accepted, 0, mails.size() - accepted);
		}
		catch (PostmarkException ex) {
			return Sent.failed(mails.size());
		}
		catch (IOException ex) {
			return Sent.unknown(mails.size());
		}
	}

	private static Message message(Mail mail) {
		Message message = new Message(Mail.FROM, Mail.TO, mail.subject(), mail.html());
		byte[] attachment = mail.attachment();
		if (attachment != null) {
			message.addAttachment(Mail.FILE_NAME, attachment, Mail.FILE_TYPE);
		}
		return message;
	}

	@Override
	public void close() {
		// It has no way to be closed.
	}

}
