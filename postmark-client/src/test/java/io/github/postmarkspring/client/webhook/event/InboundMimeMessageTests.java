package io.github.postmarkspring.client.webhook.event;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.Resource;
import org.springframework.util.ClassUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class InboundMimeMessageTests {

	private static final String RAW = "From: Ann <ann@mail.example>\\r\\nTo: shop@mail.example\\r\\n"
			+ "Subject: =?utf-8?q?Gr=C3=B6=C3=9Fe?=\\r\\nMIME-Version: 1.0\\r\\n"
			+ "Content-Type: multipart/mixed; boundary=\\\"b\\\"\\r\\n\\r\\n--b\\r\\n"
			+ "Content-Type: text/plain; charset=utf-8\\r\\nContent-Transfer-Encoding: 8bit\\r\\n\\r\\n"
			+ "Gr\\u00fcße \\uD83D\\uDE00\\t1\\/2 \\\\\\b\\f\\r\\n--b--\\r\\n";

	private static final String JSON = "{ \"MessageID\": \"m\", \"From\": \"a\", \"RawEmail\": \"" + RAW + "\" }";

	private static InboundEvent parse(String json) {
		return (InboundEvent) new WebhookEventParser().parse(json.getBytes(StandardCharsets.UTF_8), "shop");
	}

	@Test
	void theRawMailIsReadAsAMessage() throws Exception {
		MimeMessage message = message(JSON);
		assertThat(message.getSubject()).isEqualTo("Größe");
		assertThat(message.getFrom()).extracting(Object::toString).containsExactly("Ann <ann@mail.example>");
		MimeMultipart content = (MimeMultipart) message.getContent();
		assertThat(content.getBodyPart(0).getContent()).isEqualTo("Grüße \uD83D\uDE00\t1/2 \\\b\f");
	}

	private static MimeMessage message(String json) throws Exception {
		MimeMessage message = InboundMimeMessage.of(parse(json));
		assertThat(message).isNotNull();
		return message;
	}

	@Test
	void theRawMailIsReadAsText() {
		RawEmail raw = parse(JSON).rawEmail();
		assertThat(raw).isNotNull().hasToString("raw mail");
		assertThat(raw.text()).startsWith("From: Ann <ann@mail.example>\r\nTo:")
			.endsWith("Grüße \uD83D\uDE00\t1/2 \\\b\f\r\n--b--\r\n");
	}

	@Test
	void withoutTheRawMailThereIsNoMessage() throws Exception {
		assertThat(InboundMimeMessage.of(parse(Events.INBOUND))).isNull();
		assertThat(InboundMimeMessage.of(parse(JSON.replace("\"" + RAW + "\"", "null")))).isNull();
	}

	@Test
	void mailIsReadWhereThereIsNoJakartaMail() throws Exception {
		URL[] urls = Stream
			.of(WebhookEventParser.class, JsonMapper.class, JsonParser.class, JsonProperty.class, Resource.class,
					Nullable.class, ClassUtils.class)
			.map((type) -> type.getProtectionDomain().getCodeSource().getLocation())
			.distinct()
			.toArray(URL[]::new);
		try (URLClassLoader loader = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader())) {
			assertThatExceptionOfType(ClassNotFoundException.class)
				.isThrownBy(() -> loader.loadClass("jakarta.mail.internet.MimeMessage"));
			Object parser = loader.loadClass(WebhookEventParser.class.getName()).getConstructor().newInstance();
			Object event = parser.getClass()
				.getMethod("parse", byte[].class, String.class)
				.invoke(parser, JSON.getBytes(StandardCharsets.UTF_8), "shop");
			Object raw = event.getClass().getMethod("rawEmail").invoke(event);
			assertThat((String) raw.getClass().getMethod("text").invoke(raw)).startsWith("From: Ann");
		}
	}

}
