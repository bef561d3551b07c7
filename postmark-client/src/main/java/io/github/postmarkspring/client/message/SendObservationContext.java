package io.github.postmarkspring.client.message;

import java.util.List;

import io.github.postmarkspring.client.http.ToldKeyValues;
import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
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

	private final ToldKeyValues low = new ToldKeyValues();

	private final ToldKeyValues high = new ToldKeyValues();

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

	@Override
	public Observation.Context addLowCardinalityKeyValue(KeyValue keyValue) {
		this.low.add(keyValue);
		return this;
	}

	@Override
	public Observation.Context addLowCardinalityKeyValues(KeyValues keyValues) {
		this.low.addAll(keyValues);
		return this;
	}

	@Override
	public Observation.Context removeLowCardinalityKeyValue(String keyName) {
		this.low.remove(keyName);
		return this;
	}

	@Override
	public KeyValues getLowCardinalityKeyValues() {
		return this.low.all();
	}

	@Override
	public @Nullable KeyValue getLowCardinalityKeyValue(String key) {
		return this.low.get(key);
	}

	@Override
	public Observation.Context addHighCardinalityKeyValue(KeyValue keyValue) {
		this.high.add(keyValue);
		return this;
	}

	@Override
	public Observation.Context addHighCardinalityKeyValues(KeyValues keyValues) {
		this.high.addAll(keyValues);
		return this;
	}

	@Override
	public Observation.Context removeHighCardinalityKeyValue(String keyName) {
		this.high.remove(keyName);
		return this;
	}

	@Override
	public KeyValues getHighCardinalityKeyValues() {
		return this.high.all();
	}

	@Override
	public @Nullable KeyValue getHighCardinalityKeyValue(String key) {
		return this.high.get(key);
	}

}
