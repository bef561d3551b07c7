package io.github.postmarkspring.benchmarks.subject;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What one would write by hand for this one purpose, with everything switched off that it
 * does not need: Apache HttpComponents and Jackson 3, and none of the care.
 */
final class HandWritten implements Subject {

	private final JsonMapper json = JsonMapper.builder().build();

	private final CloseableHttpClient client;

	private final String url;

	private final String token;

	HandWritten(int port, String token, int connections) {
		this.url = "http://127.0.0.1:" + port;
		this.token = token;
		this.client = HttpClients.custom()
			.setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
				.setMaxConnTotal(connections)
				.setMaxConnPerRoute(connections)
				.build())
			.disableAutomaticRetries()
			.disableRedirectHandling()
			.disableCookieManagement()
			.disableAuthCaching()
			.disableContentCompression()
			.build();
	}

	@Override
	public Sent send(Mail mail) {
		try {
			Answer answer = post("/email", message(mail), Answer.class);
			return (answer.errorCode() == 0) ? Sent.accepted(1) : Sent.failed(1);
		}
		catch (IOException ex) {
			return Sent.unknown(1);
		}
	}

	@Override
	public Sent sendAll(List<Mail> mails) {
		try {
			int accepted = 0;
			for (Answer answer : post("/email/batch", mails.stream().map(HandWritten::message).toList(),
					Answer[].class)) {
				accepted += (answer.errorCode() == 0) ? 1 : 0;
			}
			return new Sent(accepted, 0, mails.size() - accepted);
		}
		catch (IOException ex) {
			return Sent.unknown(mails.size());
		}
	}

	private <T> T post(String path, Object message, Class<T> type) throws IOException {
		HttpPost request = new HttpPost(this.url + path);
		request.setHeader("Accept", "application/json");
		request.setHeader("X-Postmark-Server-Token", this.token);
		request.setEntity(new ByteArrayEntity(this.json.writeValueAsBytes(message), ContentType.APPLICATION_JSON));
		return this.client.execute(request, (response) -> read(response, type));
	}

	private <T> T read(ClassicHttpResponse response, Class<T> type) throws IOException {
		if (response.getCode() != 200) {
			throw new IOException("HTTP " + response.getCode());
		}
		try (InputStream body = response.getEntity().getContent()) {
			return this.json.readValue(body, type);
		}
	}

	private static Message message(Mail mail) {
		byte[] attachment = mail.attachment();
		return new Message(Mail.FROM, Mail.TO, mail.subject(), mail.html(),
				(attachment != null) ? List.of(new Attachment(Mail.FILE_NAME, attachment, Mail.FILE_TYPE)) : null);
	}

	@Override
	public void close() {
		try {
			this.client.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Message(@JsonProperty("From") String from, @JsonProperty("To") String to,
			@JsonProperty("Subject") String subject, @JsonProperty("HtmlBody") String htmlBody,
			@JsonProperty("Attachments") @Nullable List<Attachment> attachments) {

	}

	record Attachment(@JsonProperty("Name") String name, @JsonProperty("Content") byte[] content,
			@JsonProperty("ContentType") String contentType) {

	}

	record Answer(@JsonProperty("MessageID") String messageId, @JsonProperty("SubmittedAt") String submittedAt,
			@JsonProperty("ErrorCode") int errorCode, @JsonProperty("Message") String message) {

	}

}
