package io.github.postmarkspring.emulator.email;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.postmarkspring.emulator.http.JsonFields;
import io.github.postmarkspring.emulator.message.Header;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A message as it was sent: every field of the documented type, nothing else checked yet.
 * Empty texts are {@code null}.
 */
record EmailRequest(@Nullable String from, @Nullable String to, @Nullable String cc, @Nullable String bcc,
		@Nullable String replyTo, @Nullable String subject, @Nullable String tag, @Nullable String htmlBody,
		@Nullable String textBody, List<Header> headers, Map<String, String> metadata, List<File> attachments,
		@Nullable Boolean trackOpens, @Nullable String trackLinks, @Nullable String messageStream,
		@Nullable TemplateUse template, boolean unrenderable, JsonNode json) {

	/**
	 * Reads a message.
	 * @param node the message
	 * @param path where it is in the body, for errors
	 * @throws io.github.postmarkspring.emulator.http.ApiException with code 403 if a
	 * field is of another type than documented
	 */
	static EmailRequest read(JsonNode node, String path) {
		return read(JsonFields.of(node, path), null);
	}

	/**
	 * Reads a message whose subject and bodies are to come from a template.
	 * @param node the message
	 * @param path where it is in the body, for errors
	 * @throws io.github.postmarkspring.emulator.http.ApiException with code 403 if a
	 * field is of another type than documented
	 */
	static EmailRequest readTemplated(JsonNode node, String path) {
		JsonFields fields = JsonFields.of(node, path);
		return read(fields, TemplateUse.read(fields));
	}

	/**
	 * Returns the message as its template has made it.
	 */
	EmailRequest withContent(@Nullable String subject, @Nullable String htmlBody, @Nullable String textBody) {
		return new EmailRequest(this.from, this.to, this.cc, this.bcc, this.replyTo, subject, this.tag, htmlBody,
				textBody, this.headers, this.metadata, this.attachments, this.trackOpens, this.trackLinks,
				this.messageStream, null, false, this.json);
	}

	/**
	 * Returns the message that its template could not make, with what is to be read
	 * instead.
	 */
	EmailRequest withFailure(String why) {
		return new EmailRequest(this.from, this.to, this.cc, this.bcc, this.replyTo, null, this.tag, null, why,
				this.headers, this.metadata, this.attachments, this.trackOpens, this.trackLinks, this.messageStream,
				null, true, this.json);
	}

	private static EmailRequest read(JsonFields fields, @Nullable TemplateUse template) {
		return new EmailRequest(fields.text("From"), fields.text("To"), fields.text("Cc"), fields.text("Bcc"),
				fields.text("ReplyTo"), fields.text("Subject"), fields.text("Tag"), fields.text("HtmlBody"),
				fields.text("TextBody"), headers(fields), fields.texts("Metadata"), files(fields),
				fields.flag("TrackOpens"), fields.text("TrackLinks"), fields.text("MessageStream"), template, false,
				fields.node());
	}

	private static List<Header> headers(JsonFields fields) {
		List<Header> headers = new ArrayList<>();
		for (JsonFields header : fields.objects("Headers")) {
			String name = header.text("Name");
			String value = header.text("Value");
			headers.add(new Header((name != null) ? name : "", (value != null) ? value : ""));
		}
		return headers;
	}

	private static List<File> files(JsonFields fields) {
		return fields.objects("Attachments")
			.stream()
			.map((file) -> new File(file.text("Name"), file.rawText("Content"), file.text("ContentType"),
					file.text("ContentID")))
			.toList();
	}

	/**
	 * An attachment as it was sent. Its content may be empty, but not absent.
	 */
	record File(@Nullable String name, @Nullable String content, @Nullable String contentType,
			@Nullable String contentId) {

	}

}
