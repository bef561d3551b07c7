package io.github.postmarkspring.client.stream;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.postmarkspring.client.http.Lists;

/**
 * The message streams of a server.
 *
 * @param totalCount how many there are
 * @param messageStreams the streams
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/message-streams-api">Postmark:
 * Message Streams API</a>
 */
public record MessageStreamList(@JsonProperty("TotalCount") int totalCount,
		@JsonProperty("MessageStreams") List<MessageStream> messageStreams) {

	public MessageStreamList {
		messageStreams = Lists.copy(messageStreams);
	}

}
