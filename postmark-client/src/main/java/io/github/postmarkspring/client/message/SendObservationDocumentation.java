package io.github.postmarkspring.client.message;

import io.micrometer.common.docs.KeyName;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;
import io.micrometer.observation.docs.ObservationDocumentation;

/**
 * What is observed when mail is sent. No key ever has an address in it, nor anything else
 * of a message that is not named here.
 *
 * @since 0.1.0
 */
public enum SendObservationDocumentation implements ObservationDocumentation {

	/**
	 * A message that is sent alone: from the call, through every attempt and every wait,
	 * until it is settled what became of it.
	 */
	SEND("postmark.send"),

	/**
	 * Messages of many that go out together, 500 at most, in one request or in one for
	 * each kind of message. Where they differ in a key, its value is {@code mixed}.
	 */
	BATCH("postmark.batch");

	private final String name;

	SendObservationDocumentation(String name) {
		this.name = name;
	}

	@Override
	public String getName() {
		return this.name;
	}

	@Override
	public Class<? extends ObservationConvention<? extends Observation.Context>> getDefaultConvention() {
		return DefaultSendObservationConvention.class;
	}

	@Override
	public KeyName[] getLowCardinalityKeyNames() {
		return LowCardinalityKeyNames.values();
	}

	@Override
	public KeyName[] getHighCardinalityKeyNames() {
		return HighCardinalityKeyNames.values();
	}

	/**
	 * Keys with few values, for metrics and traces.
	 */
	public enum LowCardinalityKeyNames implements KeyName {

		/**
		 * The name of the server as it is configured.
		 */
		SERVER("server"),

		/**
		 * The id of the message stream. The first 100 of an application are told apart,
		 * and {@code other} stands for the rest.
		 */
		STREAM("stream"),

		/**
		 * The alias of the template, or its id if that is what names it; {@code none} for
		 * a message with content of its own. The first 100 of an application are told
		 * apart, and {@code other} stands for the rest.
		 */
		TEMPLATE("template"),

		/**
		 * What became of it: {@code accepted}, {@code rejected}, {@code unknown} if
		 * nobody knows, {@code not-attempted}; {@code none} until that is settled.
		 */
		OUTCOME("outcome"),

		/**
		 * Why it was rejected: Postmark's {@code ErrorCode}, or the HTTP status as
		 * {@code http-413} if there was none; otherwise {@code none}.
		 */
		ERROR_CODE("error.code");

		private final String key;

		LowCardinalityKeyNames(String key) {
			this.key = key;
		}

		@Override
		public String asString() {
			return this.key;
		}

	}

	/**
	 * Keys with a value for nearly every message, for traces only.
	 */
	public enum HighCardinalityKeyNames implements KeyName {

		/**
		 * The id that Postmark gave a message that was sent alone.
		 */
		MESSAGE_ID("message.id"),

		/**
		 * How many messages there are, if they are not sent alone.
		 */
		MESSAGES("messages");

		private final String key;

		HighCardinalityKeyNames(String key) {
			this.key = key;
		}

		@Override
		public String asString() {
			return this.key;
		}

	}

}
