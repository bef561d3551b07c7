package io.github.postmarkspring.benchmarks.webhook;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToDoubleFunction;

import io.github.postmarkspring.benchmarks.jvm.Child;
import io.github.postmarkspring.benchmarks.jvm.Jvm;
import io.github.postmarkspring.benchmarks.report.BenchmarkFailedException;
import io.github.postmarkspring.benchmarks.report.Figure;
import io.github.postmarkspring.benchmarks.report.Result;
import io.github.postmarkspring.benchmarks.report.Series;
import io.github.postmarkspring.benchmarks.webhook.WebhookServer.Received;

/**
 * P9: what it costs to verify a webhook, on paths of one server that take turns.
 */
public final class Verification {

	private static final int CONNECTIONS = 8;

	private final Map<Way, List<Round>> rounds = new EnumMap<>(Way.class);

	private final AtomicLong ids = new AtomicLong();

	private Verification() {
	}

	/**
	 * Measure.
	 * @param warmUps how many rounds come first
	 * @param count how many rounds count
	 * @param millis how long each is
	 * @return the result
	 * @throws IOException if the server does not start, or fails
	 */
	public static Result measure(int warmUps, int count, long millis) throws IOException {
		Verification verification = new Verification();
		ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
		try (Child server = Child.start(Jvm.of("-Xms256m", "-Xmx512m"), WebhookServer.class)) {
			int port = server.read(Integer.class);
			for (int i = 0; i < warmUps + count; i++) {
				for (Way way : Way.values()) {
					Round round = verification.round(way, server, port, millis, threads);
					verification.rounds.computeIfAbsent(way, (key) -> new ArrayList<>()).add(round);
				}
			}
		}
		finally {
			threads.shutdown();
		}
		verification.rounds.values().forEach((all) -> all.subList(0, warmUps).clear());
		return verification.result();
	}

	private Round round(Way way, Child server, int port, long millis, ExecutorService threads) throws IOException {
		List<Socket> sockets = new ArrayList<>();
		Received before = server.ask("count", Received.class);
		long start = System.nanoTime();
		try {
			List<Future<Long>> posters = new ArrayList<>();
			for (int i = 0; i < CONNECTIONS; i++) {
				Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
				socket.setTcpNoDelay(true);
				sockets.add(socket);
				posters.add(threads.submit(new Poster(socket, way, this.ids, start + millis * 1_000_000)));
			}
			long posted = 0;
			for (Future<Long> poster : posters) {
				posted += poster.get();
			}
			long nanos = System.nanoTime() - start;
			Received after = server.ask("count", Received.class);
			if (after.events() - before.events() != posted) {
				throw new BenchmarkFailedException(way.title() + ": " + posted
						+ " events were posted, and listeners got " + (after.events() - before.events()));
			}
			return new Round(posted * 1e9 / nanos, (after.cpuNanos() - before.cpuNanos()) / 1e3 / posted);
		}
		catch (InterruptedException | ExecutionException ex) {
			throw new IOException(ex);
		}
		finally {
			for (Socket socket : sockets) {
				socket.close();
			}
		}
	}

	private Result result() {
		List<Result.Line> lines = new ArrayList<>();
		for (Way way : Way.values()) {
			lines.add(new Result.Line(way.title(), List.of(figure("rate", "/s", way, Round::rate),
					figure("CPU of the server per event", "us", way, Round::cpuMicros))));
		}
		return new Result("P9", "webhook of 1.4 KB, " + CONNECTIONS + " connections, one server", lines,
				List.of(verdict(Way.BASIC, 0.9), verdict(Way.PROTECTED, 0.9), verdict(Way.HMAC, 0.75)));
	}

	private Figure figure(String name, String unit, Way way, ToDoubleFunction<Round> figure) {
		Series open = series(Way.OPEN, figure);
		return Figure.of(name, unit, series(way, figure), (way != Way.OPEN) ? open : null);
	}

	private Result.Verdict verdict(Way way, double limit) {
		double ratio = series(way, Round::rate).over(series(Way.OPEN, Round::rate)).median();
		return Result.Verdict.of(way.title() + ": rate at least " + limit + "x", ratio, "x", ratio >= limit);
	}

	private Series series(Way way, ToDoubleFunction<Round> figure) {
		return new Series(this.rounds.getOrDefault(way, List.of()).stream().map(figure::applyAsDouble).toList());
	}

	private record Round(double rate, double cpuMicros) {

	}

}
