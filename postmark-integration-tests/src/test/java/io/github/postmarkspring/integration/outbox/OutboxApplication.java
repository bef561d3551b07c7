package io.github.postmarkspring.integration.outbox;

import java.util.List;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * An application with an outbox. It runs in a process of its own to be killed.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableScheduling
@Import({ Orders.class, Confirmations.class, Resubmission.class })
class OutboxApplication {

	static final String CUSTOMER = "ann@mail.example";

	/**
	 * Start, and place an order if there is a second argument.
	 */
	public static void main(String[] args) {
		ConfigurableApplicationContext context = start(List.of(args[0].split("\n")));
		if (args.length > 1) {
			context.getBean(Orders.class).place(args[1], CUSTOMER);
		}
	}

	static ConfigurableApplicationContext start(List<String> properties) {
		SpringApplication application = new SpringApplicationBuilder(OutboxApplication.class)
			.web(WebApplicationType.NONE)
			.properties(properties.toArray(new String[0]))
			.build();
		return application.run();
	}

}
