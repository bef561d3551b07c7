package io.github.postmarkspring.benchmarks.heap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.github.postmarkspring.benchmarks.jvm.Child;
import io.github.postmarkspring.benchmarks.jvm.Jvm;
import io.github.postmarkspring.benchmarks.report.Figure;
import io.github.postmarkspring.benchmarks.report.Result;
import io.github.postmarkspring.benchmarks.stub.StubServer;
import io.github.postmarkspring.benchmarks.stub.Tally;
import io.github.postmarkspring.benchmarks.subject.Mail;
import io.github.postmarkspring.benchmarks.subject.Subjects;

import org.springframework.util.FileSystemUtils;

/**
 * P6: the smallest heap with which a file goes out that makes a mail of 10 MB, the
 * largest that Postmark takes. The peer also sends a file of 10 MB, which makes a mail
 * that is too large; the starter refuses that before it sends.
 */
public final class SmallestHeap implements AutoCloseable {

	/** What makes 10 MB of Base64, with room for the rest of the mail. */
	private static final int FILE = 7_490_000;

	private static final int TOO_LARGE = 10_000_000;

	private static final int TOO_SMALL = 4;

	private static final int ENOUGH = 512;

	private static final int STARTER = 24;

	private static final int OFFICIAL = 96;

	private final Path directory = Files.createTempDirectory("benchmark");

	private final Path file = Files.write(this.directory.resolve("large.dat"), Mail.noise(FILE));

	private final Path tooLarge = Files.write(this.directory.resolve("too-large.dat"), Mail.noise(TOO_LARGE));

	private final Child server;

	private final StubServer.Ports ports;

	private int attempts;

	/**
	 * Prepare the files and the server.
	 * @throws IOException if there is no room for one of them
	 */
	public SmallestHeap() throws IOException {
		this.server = Child.start(Jvm.of(), StubServer.class);
		this.ports = this.server.read(StubServer.Ports.class);
	}

	/**
	 * Measure.
	 * @return the result
	 * @throws IOException if a JVM cannot be started
	 */
	public static Result measure() throws IOException {
		try (SmallestHeap heap = new SmallestHeap()) {
			int official = heap.smallest(Subjects.OFFICIAL_SDK, heap.file);
			int tooLarge = heap.smallest(Subjects.OFFICIAL_SDK, heap.tooLarge);
			int starter = heap.smallest(Subjects.STARTER, heap.file);
			return new Result("P6", "three mails of 10 MB from a file, smallest -Xmx that does, Serial GC",
					List.of(line(Subjects.OFFICIAL_SDK.title(), official),
							line(Subjects.OFFICIAL_SDK.title() + ", a file of 10 MB, which Postmark refuses", tooLarge),
							line(Subjects.STARTER.title(), starter)),
					List.of(Result.Verdict.of("starter with at most 24 MB", starter, " MB", starter <= STARTER),
							Result.Verdict.of("where the peer fails with 96 MB: it needs", official, " MB",
									official > OFFICIAL)));
		}
	}

	private static Result.Line line(String subject, int megabytes) {
		return new Result.Line(subject, List.of(new Figure("smallest heap", megabytes, "MB", null)));
	}

	private int smallest(Subjects subject, Path file) throws IOException {
		int no = TOO_SMALL;
		int yes = ENOUGH;
		while (yes - no > 1) {
			int heap = (no + yes) / 2;
			if (passes(subject, heap, file)) {
				yes = heap;
			}
			else {
				no = heap;
			}
		}
		return yes;
	}

	/**
	 * Try it with a heap.
	 * @param subject the subject
	 * @param megabytes the heap
	 * @return whether the server got three mails
	 * @throws IOException if the JVM cannot be started
	 */
	public boolean passes(Subjects subject, int megabytes) throws IOException {
		return passes(subject, megabytes, this.file);
	}

	private boolean passes(Subjects subject, int megabytes, Path file) throws IOException {
		String token = subject + "-" + this.attempts++;
		Process process = Jvm.of("-Xmx" + megabytes + "m", "-XX:+UseSerialGC")
			.builder(HeapProcess.class, subject, this.ports.near(), token, file)
			.redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.DISCARD)
			.start();
		try {
			return process.waitFor() == 0 && this.server.ask(token, Tally.class).mails() == 3;
		}
		catch (InterruptedException ex) {
			process.destroyForcibly();
			Thread.currentThread().interrupt();
			throw new IOException(ex);
		}
	}

	@Override
	public void close() throws IOException {
		this.server.close();
		FileSystemUtils.deleteRecursively(this.directory);
	}

}
