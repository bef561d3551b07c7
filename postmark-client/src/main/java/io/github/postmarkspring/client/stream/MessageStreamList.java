package io.github.postmarkspring.client.stream;

import java.util.List;

import io.github.postmarkspring.client.http.Lists;
import io.github.postmarkspring.client.http.PostmarkNames;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * The message streams of a server.
 *
 * @param totalCount how many there are
 * @param messageStreams the streams
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/message-streams-api">Postmark:
 * Message Streams API</a>
 */
@JsonNaming(PostmarkNames.class)
public record MessageStreamList(int totalCount, List<MessageStream> messageStreams) {

	public MessageStreamList {
		messageStreams = Lists.copy(messageStreams);
	}

}
