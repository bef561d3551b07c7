package io.github.postmarkspring.integration.webhook;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.http.HttpHeaders;

/**
 * One instance of an application that receives webhooks, and what posts to it.
 */
final class Instance implements AutoCloseable {

	static final int UNREACHABLE = 0;

	private static final String PASSWORD = "Jd83kq0Zp4xWv7Lm2TsY";

	/** What other tests have on the classpath. It would remember every event. */
	private static final String OUTBOX = "org.springframework.modulith.events.config.EventPublicationAutoConfiguration,"
			+ "org.springframework.modulith.events.jdbc.JdbcEventPublicationAutoConfiguration";

	private static final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final ConfigurableApplicationContext context;

	private final URI uri;

	private Instance(ConfigurableApplicationContext context) {
		this.context = context;
		this.uri = URI.create("http://127.0.0.1:" + ((WebServerApplicationContext) context).getWebServer().getPort()
				+ "/postmark/webhook");
	}

	/** One that knows of no other. */
	static Instance alone(Object listener) {
		return start(List.of(Application.class), listener, List.of("spring.autoconfigure.exclude=" + OUTBOX
				+ ",org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration"));
	}

	/** One of several that share a database. */
	static Instance sharing(SharedDatabase database, Object listener) {
		List<String> properties = new ArrayList<>(database.properties());
		properties.add("spring.autoconfigure.exclude=" + OUTBOX);
		return start(List.of(Application.class, SharedDatabase.Store.class), listener, properties);
	}

	private static <T> Instance start(List<Class<?>> sources, T listener, List<String> more) {
		List<String> properties = new ArrayList<>(List.of("server.port=0", "server.address=127.0.0.1",
				"spring.main.banner-mode=off", "postmark.webhook.path=/postmark/webhook",
				"postmark.webhook.basic.password=" + PASSWORD, "postmark.emulator.enabled=false",
				// What fails on purpose would be all there is to see.
				"logging.level.io.github.postmarkspring.boot=off"));
		properties.addAll(more);
		@SuppressWarnings("unchecked")
		Class<T> type = (Class<T>) listener.getClass();
		return new Instance(new SpringApplicationBuilder(sources.toArray(new Class<?>[0]))
			.properties(properties.toArray(new String[0]))
			.initializers((context) -> ((GenericApplicationContext) context).registerBean(type, () -> listener))
			.run());
	}

	/** Post an event as Postmark does, and return the status. */
	int post(String body) {
		return post(body, null);
	}

	int post(String body, @Nullable String traceId) {
		HttpRequest.Builder request = HttpRequest.newBuilder(this.uri)
			.header(HttpHeaders.CONTENT_TYPE, "application/json")
			.header(HttpHeaders.AUTHORIZATION, "Basic " + HttpHeaders.encodeBasicAuth("postmark", PASSWORD, null))
			.POST(HttpRequest.BodyPublishers.ofString(body));
		if (traceId != null) {
			request.header("X-PM-Webhook-Trace-Id", traceId);
		}
		try {
			return http.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
		}
		catch (IOException ex) {
			return UNREACHABLE;
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	<T> T bean(Class<T> type) {
		return this.context.getBean(type);
	}

	@Override
	public void close() {
		this.context.close();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
