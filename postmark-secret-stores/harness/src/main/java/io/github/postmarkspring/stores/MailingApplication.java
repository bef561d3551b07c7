package io.github.postmarkspring.stores;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import io.github.postmarkspring.client.message.Email;
import io.github.postmarkspring.client.message.PostmarkSender;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/**
 * An application that sends mail.
 */
public final class MailingApplication implements AutoCloseable {

	private final ConfigurableApplicationContext context;

	private MailingApplication(ConfigurableApplicationContext context) {
		this.context = context;
	}

	/**
	 * Starts an application.
	 * @param store where it takes its token from
	 * @param postmark where its mail goes
	 * @param properties what else it is told
	 * @return the running application
	 */
	public static MailingApplication start(SecretStore store, RecordingPostmark postmark, String... properties) {
		List<String> all = new ArrayList<>(store.properties());
		all.add("postmark.base-url=" + postmark.baseUrl());
		all.addAll(List.of(properties));
		SpringApplication application = new SpringApplication(Application.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		store.prepare(application);
		return new MailingApplication(application.run(all.stream().map("--"::concat).toArray(String[]::new)));
	}

	/**
	 * Sends a mail.
	 * @return its subject, by which Postmark knows it again
	 */
	public String send() {
		String subject = "Mail " + UUID.randomUUID();
		this.context.getBean(PostmarkSender.class)
			.send(Email.builder()
				.from("shop@shop.example")
				.to("ann@mail.example")
				.subject(subject)
				.textBody("Hello")
				.build());
		return subject;
	}

	/**
	 * Returns the context of the application.
	 * @return the context
	 */
	public ConfigurableApplicationContext context() {
		return this.context;
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
