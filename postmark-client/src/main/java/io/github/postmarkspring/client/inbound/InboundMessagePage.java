package io.github.postmarkspring.client.inbound;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.postmarkspring.client.http.Lists;
import io.github.postmarkspring.client.page.Page;

/**
 * A page of mail that came in.
 *
 * @param totalCount how many there are on all pages
 * @param messages the mail of this page
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/messages-api">Postmark: Messages
 * API</a>
 */
public record InboundMessagePage(@JsonProperty("TotalCount") int totalCount,
		@JsonProperty("InboundMessages") List<InboundMessage> messages) implements Page<InboundMessage> {

	public InboundMessagePage {
		messages = Lists.copy(messages);
	}

	@Override
	public List<InboundMessage> items() {
		return this.messages;
	}

}
