package io.github.postmarkspring.stores.files;

import io.github.postmarkspring.client.message.Email;
import io.github.postmarkspring.client.message.PostmarkSender;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/**
 * Sends a mail and ends.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class OneMailApplication {

	public static void main(String[] args) {
		try (ConfigurableApplicationContext context = SpringApplication.run(OneMailApplication.class, args)) {
			context.getBean(PostmarkSender.class)
				.send(Email.builder()
					.from("shop@shop.example")
					.to("ann@mail.example")
					.subject("Hello")
					.textBody("Hello")
					.build());
		}
	}

}
