package io.github.postmarkspring.boot.autoconfigure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Keeps HTTP engines from logging tokens when an application logs everything at DEBUG:
 * some loggers of Apache HttpComponents, Jetty and the JDK's older client then show the
 * headers of each request. Whoever wants that sets the level of these very loggers.
 */
class WireLogDefaults implements EnvironmentPostProcessor {

	private static final List<String> LEVELS = List.of("logging.level.org.apache.hc.client5.http.headers",
			"logging.level.org.apache.hc.client5.http.wire",
			"logging.level.org.eclipse.jetty.client.transport.HttpSender",
			"logging.level.org.eclipse.jetty.http.HttpGenerator",
			"logging.level.sun.net.www.protocol.http.HttpURLConnection");

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		Map<String, Object> defaults = new HashMap<>();
		for (String level : LEVELS) {
			if (!environment.containsProperty(level)) {
				defaults.put(level, "info");
			}
		}
		if (!defaults.isEmpty()) {
			environment.getPropertySources().addLast(new MapPropertySource("postmarkWireLogDefaults", defaults));
		}
	}

}
