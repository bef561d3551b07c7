package io.github.postmarkspring.benchmarks.subject;

import java.util.List;

/**
 * A way to send mail. All of them build the message anew from the same parts.
 */
public interface Subject extends AutoCloseable {

	/**
	 * Send one.
	 * @param mail the mail
	 * @return what became of it
	 */
	Sent send(Mail mail);

	/**
	 * Send many in one request.
	 * @param mails the mails
	 * @return what became of them
	 */
	Sent sendAll(List<Mail> mails);

	@Override
	void close();

	/**
	 * What became of mails.
	 *
	 * @param accepted how many were accepted
	 * @param unknown of how many that is not known
	 * @param failed how many were not sent, as far as the subject knows
	 */
	record Sent(int accepted, int unknown, int failed) {

		static Sent accepted(int count) {
			return new Sent(count, 0, 0);
		}

		static Sent unknown(int count) {
			return new Sent(0, count, 0);
		}

		static Sent failed(int count) {
			return new Sent(0, 0, count);
		}

	}

}
