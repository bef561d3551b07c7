package io.github.postmarkspring.benchmarks.startup;

import java.lang.management.ManagementFactory;

import javax.management.JMException;
import javax.management.ObjectName;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/**
 * An application that does nothing, and tells when it was ready and what it had built by
 * then.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class StartedApplication {

	public static void main(String[] args) throws JMException {
		try (ConfigurableApplicationContext context = SpringApplication.run(StartedApplication.class)) {
			long ready = System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime();
			String[] histogram = {};
			String live = (String) ManagementFactory.getPlatformMBeanServer()
				.invoke(new ObjectName("com.sun.management:type=DiagnosticCommand"), "gcClassHistogram",
						new Object[] { histogram }, new String[] { String[].class.getName() });
			System.out
				.println(
						"{\"millis\":" + ready + ",\"beans\":" + context.getBeanDefinitionCount() + ",\"threads\":"
								+ ManagementFactory.getThreadMXBean().getThreadCount() + ",\"mappers\":"
								+ count(live, "tools.jackson.databind.json.JsonMapper") + ",\"engines\":"
								+ (count(live, "jdk.internal.net.http.HttpClientImpl")
										+ count(live, "org.apache.hc.client5.http.impl.classic.InternalHttpClient"))
								+ "}");
		}
	}

	private static long count(String histogram, String type) {
		return histogram.lines()
			.map((line) -> line.strip().split("\\s+"))
			.filter((columns) -> columns.length > 3 && columns[3].equals(type))
			.mapToLong((columns) -> Long.parseLong(columns[1]))
			.sum();
	}

}
