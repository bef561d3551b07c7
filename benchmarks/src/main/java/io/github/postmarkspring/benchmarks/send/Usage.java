package io.github.postmarkspring.benchmarks.send;

import java.lang.management.ManagementFactory;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;

/**
 * What this process has used so far.
 *
 * @param nanos the time
 * @param cpuNanos its CPU time, the JVM's own threads included
 * @param allocatedBytes what the threads that live have allocated
 */
record Usage(long nanos, long cpuNanos, long allocatedBytes) {

	static Usage now() {
		ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
		long allocated = 0;
		for (long bytes : threads.getThreadAllocatedBytes(threads.getAllThreadIds())) {
			allocated += Math.max(0, bytes);
		}
		return new Usage(System.nanoTime(),
				((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime(), allocated);
	}

}
