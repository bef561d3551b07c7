package io.github.postmarkspring.emulator.stream;

import java.time.Duration;
import java.time.Instant;

import io.github.postmarkspring.emulator.http.Json;
import io.github.postmarkspring.emulator.time.Timestamps;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A message stream of a server.
 *
 * @param id the stream's ID, such as {@code outbound}
 * @param name the name people see
 * @param description what it is for, if that was said
 * @param type what may go through it
 * @param unsubscribing who takes care of those who want no more mail
 * @param createdAt when it was created
 * @param updatedAt when it was last edited, if ever
 * @param archivedAt when it was archived, or {@code null} if it is in use
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/message-streams-api">Message
 * Streams API</a>
 */
public record MessageStream(String id, String name, @Nullable String description, Type type,
		UnsubscribeHandling unsubscribing, Instant createdAt, @Nullable Instant updatedAt,
		@Nullable Instant archivedAt) {

	private static final Duration UNTIL_PURGED = Duration.ofDays(45);

	/**
	 * Returns whether messages can be sent through this stream.
	 * @return {@code false} for an inbound stream
	 */
	public boolean sends() {
		return this.type != Type.INBOUND;
	}

	/**
	 * Returns whether the stream is out of use.
	 * @return {@code true} if it was archived
	 */
	public boolean archived() {
		return this.archivedAt != null;
	}

	/**
	 * Returns when an archived stream will be gone for good.
	 * @return the moment, or {@code null} if the stream is in use
	 */
	@Nullable Instant purgedAt() {
		return (this.archivedAt != null) ? this.archivedAt.plus(UNTIL_PURGED) : null;
	}

	MessageStream archivedAt(@Nullable Instant instant) {
		return new MessageStream(this.id, this.name, this.description, this.type, this.unsubscribing, this.createdAt,
				this.updatedAt, instant);
	}

	ObjectNode toJson(long serverId) {
		ObjectNode json = Json.object().put("ID", this.id).put("ServerID", serverId).put("Name", this.name);
		json.put("Description", this.description).put("MessageStreamType", this.type.wireName());
		json.put("CreatedAt", Timestamps.format(this.createdAt)).put("UpdatedAt", Timestamps.orNull(this.updatedAt));
		json.put("ArchivedAt", Timestamps.orNull(this.archivedAt));
		json.put("ExpectedPurgeDate", Timestamps.orNull(purgedAt()));
		json.putObject("SubscriptionManagementConfiguration")
			.put("UnsubscribeHandlingType", this.unsubscribing.wireName());
		return json;
	}

	/**
	 * The types of streams.
	 */
	public enum Type {

		/**
		 * One message to one person, on that person's doing.
		 */
		TRANSACTIONAL("Transactional"),

		/**
		 * The same message to many.
		 */
		BROADCASTS("Broadcasts"),

		/**
		 * Mail that comes in.
		 */
		INBOUND("Inbound");

		private final String wireName;

		Type(String wireName) {
			this.wireName = wireName;
		}

		String wireName() {
			return this.wireName;
		}

		static @Nullable Type of(@Nullable String text) {
			for (Type type : values()) {
				if (type.wireName.equalsIgnoreCase(text)) {
					return type;
				}
			}
			return null;
		}

	}

	/**
	 * Who takes care of those who want no more mail.
	 */
	public enum UnsubscribeHandling {

		/**
		 * Nobody.
		 */
		NONE("None"),

		/**
		 * Postmark.
		 */
		POSTMARK("Postmark"),

		/**
		 * The sender.
		 */
		CUSTOM("Custom");

		private final String wireName;

		UnsubscribeHandling(String wireName) {
			this.wireName = wireName;
		}

		String wireName() {
			return this.wireName;
		}

		static @Nullable UnsubscribeHandling of(@Nullable String text) {
			for (UnsubscribeHandling handling : values()) {
				if (handling.wireName.equalsIgnoreCase(text)) {
					return handling;
				}
			}
			return null;
		}

	}

}
