package io.github.postmarkspring.boot.autoconfigure;

import java.lang.reflect.Proxy;

import io.github.postmarkspring.client.StubPostmark;
import io.github.postmarkspring.client.message.Email;
import io.github.postmarkspring.client.message.PostmarkSender;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.CurrentTraceContext;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The trace context that travels with a message.
 */
class CurrentTraceParentTests {

	private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

	private static final String SPAN = "00f067aa0ba902b7";

	private final StubPostmark postmark = new StubPostmark();

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(
				AutoConfigurations.of(PostmarkAutoConfiguration.class, PostmarkObservationAutoConfiguration.class))
		.withBean(ObservationRegistry.class, ObservationRegistry::create)
		.withPropertyValues("postmark.server-token=token", "postmark.base-url=" + this.postmark.baseUrl());

	@AfterEach
	void stop() {
		this.postmark.close();
	}

	@ParameterizedTest
	@CsvSource({ "true, 01", "false, 00", ", 00" })
	void whetherTheTraceIsRecordedIsSaid(Boolean sampled, String flags) {
		assertThat(sent(new Context(TRACE, sampled), "postmark.tracing.propagate=true"))
			.contains("\"traceparent\":\"00-" + TRACE + "-" + SPAN + "-" + flags + "\"");
	}

	@Test
	void anIdOfHalfTheLengthIsPadded() {
		assertThat(sent(new Context("a3ce929d0e0e4736", true), "postmark.tracing.propagate=true"))
			.contains("\"traceparent\":\"00-0000000000000000a3ce929d0e0e4736-" + SPAN + "-01\"");
	}

	@Test
	void nothingTravelsUnlessSomebodyWantsIt() {
		assertThat(sent(new Context(TRACE, true))).doesNotContain("traceparent");
	}

	private String sent(TraceContext context, String... properties) {
		CurrentTraceContext current = with(CurrentTraceContext.class, CurrentTraceContext.NOOP, "context", context);
		this.runner.withBean(Tracer.class, () -> with(Tracer.class, Tracer.NOOP, "currentTraceContext", current))
			.withPropertyValues(properties)
			.run((application) -> application.getBean(PostmarkSender.class)
				.send(Email.builder().from("a@b.example").to("ann@mail.example").textBody("Hi").build()));
		return this.postmark.only().text();
	}

	/** What does nothing, but for one method. */
	private static <T> T with(Class<T> type, T nothing, String method, Object result) {
		return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type }, (proxy, called,
				arguments) -> called.getName().equals(method) ? result : called.invoke(nothing, arguments)));
	}

	private record Context(String traceId, Boolean sampled) implements TraceContext {

		@Override
		public String spanId() {
			return SPAN;
		}

		@Override
		public String parentId() {
			return null;
		}

	}

}
