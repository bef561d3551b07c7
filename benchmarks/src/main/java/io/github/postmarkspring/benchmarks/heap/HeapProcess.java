package io.github.postmarkspring.benchmarks.heap;

import java.io.IOException;
import java.nio.file.Path;

import com.postmarkapp.postmark.Postmark;
import com.postmarkapp.postmark.client.ApiClient;
import com.postmarkapp.postmark.client.data.model.message.Message;
import com.postmarkapp.postmark.client.exception.PostmarkException;
import io.github.postmarkspring.benchmarks.subject.Subjects;
import io.github.postmarkspring.client.message.Attachment;
import io.github.postmarkspring.client.message.Email;
import io.github.postmarkspring.client.message.PostmarkSender;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/**
 * Sends a file three times, as each subject's documentation says that files are sent, in
 * a JVM whose heap may be too small for it.
 */
public final class HeapProcess {

	private static final int TIMES = 3;

	private HeapProcess() {
	}

	public static void main(String[] args) throws IOException, PostmarkException {
		String server = "127.0.0.1:" + args[1];
		if (Subjects.valueOf(args[0]) == Subjects.OFFICIAL_SDK) {
			official(server, args[2], args[3]);
		}
		else {
			starter(server, args[2], Path.of(args[3]));
		}
	}

	private static void official(String server, String token, String file) throws IOException, PostmarkException {
		ApiClient client = Postmark.getApiClient(token, false, server);
		for (int i = 0; i < TIMES; i++) {
			Message message = new Message("shop@shop.example", "ann@mail.example", subject(i), "<p>Hi</p>");
			message.addAttachment(file);
			client.deliverMessage(message);
		}
	}

	private static void starter(String server, String token, Path file) {
		try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Application.class)
			.web(WebApplicationType.NONE)
			.properties("postmark.server-token=" + token, "postmark.base-url=http://" + server,
					"spring.main.banner-mode=off")
			.run()) {
			PostmarkSender sender = context.getBean(PostmarkSender.class);
			for (int i = 0; i < TIMES; i++) {
				sender.send(Email.builder()
					.from("shop@shop.example")
					.to("ann@mail.example")
					.subject(subject(i))
					.htmlBody("<p>Hi</p>")
					.attachment(Attachment.of(file))
					.build());
			}
		}
	}

	private static String subject(int number) {
		return "Order " + (1_000_000_000 + number);
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
