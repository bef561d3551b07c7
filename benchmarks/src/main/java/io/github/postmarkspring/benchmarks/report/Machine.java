package io.github.postmarkspring.benchmarks.report;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Where it was measured.
 *
 * @param jdk the JDK
 * @param system the operating system
 * @param processor the processor, as far as the system tells
 * @param cores how many cores there are
 * @param load the load of the last minute when it began
 */
public record Machine(String jdk, String system, String processor, int cores, double load) {

	/**
	 * Look at this machine.
	 * @return what it is
	 */
	public static Machine here() {
		return new Machine(System.getProperty("java.vendor") + " " + System.getProperty("java.runtime.version"),
				System.getProperty("os.name") + " " + System.getProperty("os.arch"), processorName(),
				Runtime.getRuntime().availableProcessors(),
				ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
	}

	private static String processorName() {
		try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
			return lines.filter((line) -> line.startsWith("model name"))
				.map((line) -> line.substring(line.indexOf(':') + 1).strip())
				.findFirst()
				.orElse("unknown");
		}
		catch (IOException ex) {
			return "unknown";
		}
	}

}
