package io.github.postmarkspring.boot.autoconfigure;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.LifecycleAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.imperative.ImperativeHttpClientAutoConfiguration;
import org.springframework.boot.restclient.autoconfigure.RestClientAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.DefaultResourceLoader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Starts an application that must not start, as a user would, and returns what is
 * printed.
 */
final class FailureReport {

	private FailureReport() {
	}

	static String of(CapturedOutput output, ClassLoader classLoader, Class<?> configuration, String... properties) {
		start(classLoader, configuration, properties);
		assertThat(output.getAll()).contains("APPLICATION FAILED TO START");
		return output.getAll().substring(output.getAll().indexOf("APPLICATION FAILED TO START"));
	}

	static void start(ClassLoader classLoader, Class<?> configuration, String... properties) {
		ClassLoader before = Thread.currentThread().getContextClassLoader();
		Thread.currentThread().setContextClassLoader(classLoader);
		try {
			SpringApplicationBuilder application = new SpringApplicationBuilder(Application.class, configuration)
				.web(WebApplicationType.NONE)
				.resourceLoader(new DefaultResourceLoader(classLoader))
				.properties("spring.main.banner-mode=off")
				.properties(properties);
			assertThat(catchThrowable(application::run)).as("failure to start").isNotNull();
		}
		finally {
			Thread.currentThread().setContextClassLoader(before);
		}
	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ PostmarkAutoConfiguration.class, RestClientAutoConfiguration.class,
			HttpClientAutoConfiguration.class, ImperativeHttpClientAutoConfiguration.class,
			LifecycleAutoConfiguration.class })
	static class Application {

	}

}
