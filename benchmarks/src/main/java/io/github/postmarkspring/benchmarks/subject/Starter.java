package io.github.postmarkspring.benchmarks.subject;

import java.util.List;

import io.github.postmarkspring.boot.autoconfigure.PostmarkMetricsAutoConfiguration;
import io.github.postmarkspring.boot.autoconfigure.PostmarkObservationAutoConfiguration;
import io.github.postmarkspring.client.error.PostmarkException;
import io.github.postmarkspring.client.message.Attachment;
import io.github.postmarkspring.client.message.BatchResult;
import io.github.postmarkspring.client.message.Email;
import io.github.postmarkspring.client.message.PostmarkSender;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.core.instrument.observation.MeterObservationHandler;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import org.springframework.beans.factory.ObjectProvider;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.restclient.RestClientCustomizer;
import org.springframework.boot.restclient.observation.ObservationRestClientCustomizer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.observation.DefaultClientRequestObservationConvention;

/**
 * This project, as Spring Boot sets it up, with nothing configured but the token.
 */
final class Starter implements Subject {

	private final ConfigurableApplicationContext context;

	private final PostmarkSender sender;

	Starter(int port, String token, String engine) {
		this(port, token, engine, Application.class, "");
	}

	private Starter(int port, String token, String engine, Class<?> application, String excluded) {
		this.context = new SpringApplicationBuilder(application).web(WebApplicationType.NONE)
			.properties("spring.autoconfigure.exclude=" + excluded, "postmark.server-token=" + token,
					"postmark.base-url=http://127.0.0.1:" + port, "spring.http.clients.imperative.factory=" + engine,
					"spring.main.banner-mode=off", "logging.level.root=off")
			.run();
		this.sender = this.context.getBean(PostmarkSender.class);
	}

	/** With what Actuator sets up to observe and to count. */
	static Starter observed(int port, String token, String engine) {
		return new Starter(port, token, engine, ObservedApplication.class, "");
	}

	/** With what Actuator sets up for every {@code RestClient}, and nothing of ours. */
	static Starter requestsObserved(int port, String token, String engine) {
		return new Starter(port, token, engine, ObservedApplication.class,
				PostmarkObservationAutoConfiguration.class.getName() + ","
						+ PostmarkMetricsAutoConfiguration.class.getName());
	}

	@Override
	public Sent send(Mail mail) {
		try {
			this.sender.send(message(mail));
			return Sent.accepted(1);
		}
		catch (PostmarkException ex) {
			return ex.mayHaveBeenSent() ? Sent.unknown(1) : Sent.failed(1);
		}
	}

	@Override
	public Sent sendAll(List<Mail> mails) {
		BatchResult result = this.sender.sendAll(mails.stream().map(Starter::message).toList());
		int accepted = result.accepted().size();
		int unknown = result.unknown().size();
		return new Sent(accepted, unknown, mails.size() - accepted - unknown);
	}

	private static Email message(Mail mail) {
		Email.Builder email = Email.builder().from(Mail.FROM).to(Mail.TO).subject(mail.subject()).htmlBody(mail.html());
		byte[] attachment = mail.attachment();
		if (attachment != null) {
			email.attachment(Attachment.of(Mail.FILE_NAME, attachment));
		}
		return email.build();
	}

	@Override
	public void close() {
		this.context.close();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class ObservedApplication {

		@Bean
		MeterRegistry meterRegistry() {
			return new SimpleMeterRegistry();
		}

		@Bean
		ObservationRegistry observationRegistry(MeterRegistry meterRegistry,
				ObjectProvider<MeterObservationHandler<?>> handlers) {
			ObservationRegistry registry = ObservationRegistry.create();
			registry.observationConfig()
				.observationHandler(new ObservationHandler.FirstMatchingCompositeObservationHandler(
						handlers.orderedStream().toList()));
			return registry;
		}

		@Bean
		DefaultMeterObservationHandler defaultMeterObservationHandler(MeterRegistry meterRegistry) {
			return new DefaultMeterObservationHandler(meterRegistry);
		}

		@Bean
		RestClientCustomizer observedRequests(ObservationRegistry registry) {
			return new ObservationRestClientCustomizer(registry, new DefaultClientRequestObservationConvention());
		}

	}

}
