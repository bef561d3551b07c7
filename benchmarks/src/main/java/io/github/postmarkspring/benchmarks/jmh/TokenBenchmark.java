package io.github.postmarkspring.benchmarks.jmh;

import java.util.concurrent.TimeUnit;

import io.github.postmarkspring.boot.autoconfigure.PostmarkConnectionDetails;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/**
 * The token, which is asked for at every request.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class TokenBenchmark {

	private final ConfigurableApplicationContext context = new SpringApplicationBuilder(Application.class)
		.web(WebApplicationType.NONE)
		.properties("postmark.server-token=benchmark-token", "postmark.servers.second.token=second-token",
				"spring.main.banner-mode=off", "logging.level.root=warn")
		.run();

	private final PostmarkConnectionDetails details = this.context.getBean(PostmarkConnectionDetails.class);

	@Benchmark
	public @Nullable String token() {
		return this.details.serverToken();
	}

	@TearDown
	public void close() {
		this.context.close();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
