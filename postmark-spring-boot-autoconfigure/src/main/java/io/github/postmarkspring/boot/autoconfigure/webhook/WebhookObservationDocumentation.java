package io.github.postmarkspring.boot.autoconfigure.webhook;

import io.micrometer.common.docs.KeyName;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;
import io.micrometer.observation.docs.ObservationDocumentation;

/**
 * What is observed of webhooks. No key ever has an address in it.
 *
 * @since 0.1.0
 */
public enum WebhookObservationDocumentation implements ObservationDocumentation {

	/**
	 * An event that is verified and new, while its listeners run. If trace contexts
	 * travel with messages, it is part of the trace in which its message was sent.
	 */
	EVENT;

	@Override
	public String getName() {
		return "postmark.webhook";
	}

	@Override
	public Class<? extends ObservationConvention<? extends Observation.Context>> getDefaultConvention() {
		return DefaultWebhookObservationConvention.class;
	}

	@Override
	public KeyName[] getLowCardinalityKeyNames() {
		return LowCardinalityKeyNames.values();
	}

	@Override
	public KeyName[] getHighCardinalityKeyNames() {
		return new KeyName[] { () -> MESSAGE_ID };
	}

	static final String MESSAGE_ID = "message.id";

	/**
	 * Keys with few values, for metrics and traces.
	 */
	public enum LowCardinalityKeyNames implements KeyName {

		/**
		 * The name of the endpoint in the configuration, {@code default} for the one that
		 * servers share.
		 */
		SERVER("server"),

		/**
		 * The id of the message stream, {@code none} if it was not given. The first 100
		 * are told apart, and {@code other} stands for the rest.
		 */
		STREAM("stream"),

		/**
		 * The type of event as Postmark writes it, {@code Inbound}, or {@code Unknown}.
		 */
		RECORD_TYPE("record.type"),

		/**
		 * The type of a bounce as Postmark writes it, {@code none} for other events.
		 */
		BOUNCE_TYPE("bounce.type"),

		/**
		 * {@code handled} if every listener has returned, {@code failed} if one has not,
		 * {@code none} until that is settled.
		 */
		OUTCOME("outcome");

		private final String key;

		LowCardinalityKeyNames(String key) {
			this.key = key;
		}

		@Override
		public String asString() {
			return this.key;
		}

	}

}
