package io.github.postmarkspring.benchmarks.send;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

import io.github.postmarkspring.benchmarks.subject.Mail;
import io.github.postmarkspring.benchmarks.subject.Subject;

/**
 * One thread's share of a round.
 */
final class Worker {

	private final Subject subject;

	private final Load.Kind kind;

	private final AtomicInteger ids;

	private final Content content;

	private long operations;

	private long accepted;

	private long unknown;

	private long failed;

	Worker(Subject subject, Load.Kind kind, AtomicInteger ids, Content content) {
		this.subject = subject;
		this.kind = kind;
		this.ids = ids;
		this.content = content;
	}

	void run(BooleanSupplier goOn) {
		while (goOn.getAsBoolean()) {
			Subject.Sent sent = (this.kind == Load.Kind.BATCH) ? this.subject.sendAll(mails())
					: this.subject.send(mail());
			this.operations++;
			this.accepted += sent.accepted();
			this.unknown += sent.unknown();
			this.failed += sent.failed();
		}
	}

	private List<Mail> mails() {
		List<Mail> mails = new ArrayList<>(this.kind.mails());
		for (int i = 0; i < this.kind.mails(); i++) {
			mails.add(mail());
		}
		return mails;
	}

	private Mail mail() {
		return new Mail(this.ids.getAndIncrement(), this.content.html(),
				(this.kind == Load.Kind.LARGE) ? this.content.file() : null);
	}

	static Round sum(List<Worker> workers, Usage before, Usage after) {
		return new Round(workers.stream().mapToLong((worker) -> worker.operations).sum(),
				workers.stream().mapToLong((worker) -> worker.accepted).sum(),
				workers.stream().mapToLong((worker) -> worker.unknown).sum(),
				workers.stream().mapToLong((worker) -> worker.failed).sum(), after.nanos() - before.nanos(),
				after.cpuNanos() - before.cpuNanos(), after.allocatedBytes() - before.allocatedBytes());
	}

	/**
	 * What mails are made of.
	 *
	 * @param html the body
	 * @param file the attachment
	 */
	record Content(String html, byte[] file) {

		static Content create() {
			return new Content(Mail.html5k(), Mail.noise(1024 * 1024));
		}

	}

}
