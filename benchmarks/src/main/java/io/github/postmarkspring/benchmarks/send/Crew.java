package io.github.postmarkspring.benchmarks.send;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

import io.github.postmarkspring.benchmarks.subject.Subject;

/**
 * The threads that send with a subject. They live as long as it does, so that connections
 * and what threads keep are warm, and so that what they allocated can be asked for.
 */
final class Crew implements AutoCloseable {

	private final Subject subject;

	private final AtomicInteger ids = new AtomicInteger();

	private final Worker.Content content = Worker.Content.create();

	private final ExecutorService threads = Executors.newCachedThreadPool((task) -> {
		Thread thread = new Thread(task);
		thread.setDaemon(true);
		return thread;
	});

	Crew(Subject subject) {
		this.subject = subject;
	}

	Round send(Load load) throws InterruptedException, ExecutionException {
		List<Worker> workers = new ArrayList<>();
		List<Future<?>> ends = new ArrayList<>();
		CyclicBarrier start = new CyclicBarrier(load.threads() + 1);
		long[] end = new long[1];
		AtomicInteger operations = new AtomicInteger();
		BooleanSupplier goOn = () -> System.nanoTime() < end[0]
				&& (load.operations() == 0 || operations.getAndIncrement() < load.operations());
		for (int i = 0; i < load.threads(); i++) {
			Worker worker = new Worker(this.subject, load.kind(), this.ids, this.content);
			workers.add(worker);
			ends.add(this.threads.submit((Callable<?>) () -> {
				start.await();
				worker.run(goOn);
				return null;
			}));
		}
		Usage before = Usage.now();
		end[0] = before.nanos() + load.millis() * 1_000_000;
		await(start);
		for (Future<?> one : ends) {
			one.get();
		}
		return Worker.sum(workers, before, Usage.now());
	}

	private static void await(CyclicBarrier barrier) throws InterruptedException {
		try {
			barrier.await();
		}
		catch (BrokenBarrierException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() {
		this.threads.shutdown();
		this.subject.close();
	}

}
