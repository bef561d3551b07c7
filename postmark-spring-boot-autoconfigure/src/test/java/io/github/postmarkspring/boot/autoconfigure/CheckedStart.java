package io.github.postmarkspring.boot.autoconfigure;

import java.util.List;

import io.github.postmarkspring.boot.autoconfigure.FailureReport.Application;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/**
 * Starts an application that asks Postmark at its start.
 */
final class CheckedStart {

	private CheckedStart() {
	}

	static ConfigurableApplicationContext with(String... properties) {
		return new SpringApplicationBuilder(Application.class).web(WebApplicationType.NONE)
			.properties("spring.main.banner-mode=off")
			.properties(properties)
			.run();
	}

	/** The lines of the failure analysis of an application that does not start. */
	static List<String> problems(CapturedOutput output, String... properties) {
		String report = FailureReport.of(output, CheckedStart.class.getClassLoader(), Nothing.class, properties);
		String begin = "Not all that is configured is right at Postmark:";
		return report.substring(report.indexOf(begin) + begin.length(), report.indexOf("Action:"))
			.lines()
			.filter((line) -> !line.isBlank())
			.toList();
	}

	@Configuration(proxyBeanMethods = false)
	static class Nothing {

	}

}
