package io.github.postmarkspring.client.outbound;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.postmarkspring.client.http.Lists;
import io.github.postmarkspring.client.page.Page;

/**
 * A page of messages.
 *
 * @param totalCount how many there are on all pages
 * @param messages the messages of this page
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/messages-api">Postmark: Messages
 * API</a>
 */
public record SentMessagePage(@JsonProperty("TotalCount") int totalCount,
		@JsonProperty("Messages") List<SentMessage> messages) implements Page<SentMessage> {

	public SentMessagePage {
		messages = Lists.copy(messages);
	}

	@Override
	public List<SentMessage> items() {
		return this.messages;
	}

}
