package io.github.postmarkspring.client.message;

import java.util.List;

import io.micrometer.observation.Observation;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * What is known while it is observed how messages are sent: one alone, or those that go
 * out together.
 *
 * @since 0.1.0
 * @see SendObservationConvention
 */
public class SendObservationContext extends Observation.Context {

	private final String server;

	private final List<OutboundMessage> messages;

	private final String defaultStream;

	private List<BatchItem> outcomes = List.of();

	/**
	 * Create a context.
	 * @param server the name of the server they are sent with
	 * @param messages the messages as they were given, without defaults
	 * @param defaultStream the stream of those that name none, {@code null} for
	 * Postmark's
	 */
	public SendObservationContext(String server, List<OutboundMessage> messages, @Nullable String defaultStream) {
		this.server = server;
		this.messages = messages;
		this.defaultStream = MessageDefaults.none().stream(defaultStream);
	}

	/**
	 * Return the name of the server they are sent with.
	 * @return the name as it is configured
	 */
	public String server() {
		return this.server;
	}

	/**
	 * Return the messages.
	 * @return the messages as they were given, without defaults
	 */
	public List<OutboundMessage> messages() {
		return this.messages;
	}

	/**
	 * Return the stream of a message.
	 * @param message one of the messages
	 * @return the one it names, else that of the defaults
	 */
	public String stream(OutboundMessage message) {
		return StringUtils.hasText(message.messageStream()) ? message.messageStream() : this.defaultStream;
	}

	/**
	 * Return what became of the messages.
	 * @return one for each message, empty as long as nothing is settled
	 */
	public List<BatchItem> outcomes() {
		return this.outcomes;
	}

	/**
	 * Say what became of the messages.
	 * @param outcomes one for each message
	 */
	public void setOutcomes(List<BatchItem> outcomes) {
		this.outcomes = outcomes;
	}

}
