package io.github.postmarkspring.client.message;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What plain and templated messages have in common.
 */
record Envelope(@Nullable EmailAddress from, List<EmailAddress> to, List<EmailAddress> cc, List<EmailAddress> bcc,
		List<EmailAddress> replyTo, @Nullable String tag, List<MessageHeader> headers, Map<String, String> metadata,
		@Nullable String reconciliationKey, List<Attachment> attachments, @Nullable String messageStream,
		@Nullable Boolean trackOpens, @Nullable TrackLinks trackLinks) {

	Envelope {
		to = List.copyOf(to);
		cc = List.copyOf(cc);
		bcc = List.copyOf(bcc);
		replyTo = List.copyOf(replyTo);
		headers = List.copyOf(headers);
		metadata = metadata.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
		attachments = List.copyOf(attachments);
	}

	List<EmailAddress> recipients() {
		List<EmailAddress> recipients = new ArrayList<>(this.to);
		recipients.addAll(this.cc);
		recipients.addAll(this.bcc);
		return recipients;
	}

}
