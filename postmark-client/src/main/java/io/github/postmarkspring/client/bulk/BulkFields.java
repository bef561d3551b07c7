package io.github.postmarkspring.client.bulk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.github.postmarkspring.client.message.Attachment;
import io.github.postmarkspring.client.message.EmailAddress;
import io.github.postmarkspring.client.message.MessageHeader;

import org.springframework.util.Assert;
import org.springframework.util.StreamUtils;

/**
 * What a mailing and its messages have in common.
 */
final class BulkFields {

	private BulkFields() {
	}

	static String addresses(String name, List<EmailAddress> addresses) {
		Assert.isTrue(!addresses.isEmpty() && addresses.size() <= 50,
				() -> "'" + name + "' must have 1 to 50 addresses, not " + addresses.size());
		return addresses.stream().map(EmailAddress::format).collect(Collectors.joining(", "));
	}

	static List<Map<String, Object>> headers(List<MessageHeader> headers) {
		return headers.stream().map((header) -> {
			Map<String, Object> fields = new LinkedHashMap<>();
			fields.put("Name", header.name());
			fields.put("Value", header.value());
			return fields;
		}).toList();
	}

	static List<Map<String, Object>> attachments(List<Attachment> attachments) {
		return attachments.stream().map(BulkFields::attachment).toList();
	}

	private static Map<String, Object> attachment(Attachment attachment) {
		Map<String, Object> fields = new LinkedHashMap<>();
		fields.put("Name", attachment.name());
		fields.put("Content", content(attachment));
		fields.put("ContentType", attachment.contentType());
		if (attachment.contentId() != null) {
			fields.put("ContentID", attachment.contentId());
		}
		return fields;
	}

	/** Jackson writes bytes as Base64. */
	private static byte[] content(Attachment attachment) {
		try {
			return StreamUtils.copyToByteArray(attachment.content().getInputStream());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
