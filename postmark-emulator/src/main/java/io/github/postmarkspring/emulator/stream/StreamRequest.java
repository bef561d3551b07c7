package io.github.postmarkspring.emulator.stream;

import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import io.github.postmarkspring.emulator.http.ApiException;
import io.github.postmarkspring.emulator.http.JsonFields;
import org.jspecify.annotations.Nullable;

/**
 * A stream as it was sent. The first rule that is broken is the one answered.
 */
final class StreamRequest {

	private static final Pattern ID = Pattern.compile("[a-z][a-z0-9_-]{0,29}");

	private static final Pattern HTML = Pattern.compile("<[A-Za-z/!]");

	// Postmark does not publish its own.
	private static final Set<String> RESERVED = Set.of("all", "default", "postmark");

	private static final int LONGEST_NAME = 100;

	private static final int LONGEST_DESCRIPTION = 1000;

	private StreamRequest() {
	}

	static MessageStream create(JsonFields sent, Instant now) {
		String id = id(sent.text("ID"));
		String name = name(sent.text("Name"));
		MessageStream.Type type = MessageStream.Type.of(sent.text("MessageStreamType"));
		if (type == null) {
			throw error(1221, "The 'MessageStreamType' must be 'Transactional' or 'Broadcasts'.");
		}
		if (type == MessageStream.Type.INBOUND) {
			throw error(1228, "A server has one inbound stream only.");
		}
		MessageStream.UnsubscribeHandling handling = handling(sent, type);
		return new MessageStream(id, name, description(sent.text("Description")), type,
				(handling != null) ? handling : MessageStreams.defaultHandling(type), now, null, null);
	}

	static MessageStream edit(JsonFields sent, MessageStream before, Instant now) {
		String name = sent.has("Name") ? name(sent.text("Name")) : before.name();
		String description = sent.has("Description") ? description(sent.text("Description")) : before.description();
		MessageStream.UnsubscribeHandling handling = handling(sent, before.type());
		return new MessageStream(before.id(), name, description, before.type(),
				(handling != null) ? handling : before.unsubscribing(), before.createdAt(), now, before.archivedAt());
	}

	private static String id(@Nullable String id) {
		if (id == null || id.isBlank()) {
			throw error(1222, "The message stream needs an 'ID'.");
		}
		if (id.toLowerCase(Locale.ROOT).startsWith("pm-")) {
			throw error(1233, "The 'ID' of a message stream must not start with 'pm-'.");
		}
		if (!ID.matcher(id).matches()) {
			throw error(1227, "The 'ID' of a message stream starts with a letter, has at most 30 characters, and "
					+ "consists of lower case letters, digits, '-' and '_'.");
		}
		if (RESERVED.contains(id)) {
			throw error(1237, "The 'ID' '" + id + "' is reserved.");
		}
		return id;
	}

	private static String name(@Nullable String name) {
		if (name == null || name.isBlank()) {
			throw error(1223, "The message stream needs a 'Name'.");
		}
		if (name.length() > LONGEST_NAME) {
			throw error(1224, "The 'Name' is limited to " + LONGEST_NAME + " characters.");
		}
		return name;
	}

	private static @Nullable String description(@Nullable String description) {
		if (description != null && description.length() > LONGEST_DESCRIPTION) {
			throw error(1231, "The 'Description' is limited to " + LONGEST_DESCRIPTION + " characters.");
		}
		if (description != null && HTML.matcher(description).find()) {
			throw error(1234, "The 'Description' must not contain HTML.");
		}
		return description;
	}

	private static MessageStream.@Nullable UnsubscribeHandling handling(JsonFields sent, MessageStream.Type type) {
		JsonFields configuration = sent.object("SubscriptionManagementConfiguration");
		String text = (configuration != null) ? configuration.text("UnsubscribeHandlingType") : null;
		if (text == null) {
			return null;
		}
		MessageStream.UnsubscribeHandling handling = MessageStream.UnsubscribeHandling.of(text);
		if (handling == null) {
			throw error(1240, "The 'UnsubscribeHandlingType' must be 'None', 'Postmark' or 'Custom'.");
		}
		boolean broadcasts = type == MessageStream.Type.BROADCASTS;
		if (broadcasts == (handling == MessageStream.UnsubscribeHandling.NONE)) {
			throw error(1239, "A stream of this type does not support this 'UnsubscribeHandlingType'.");
		}
		if (handling == MessageStream.UnsubscribeHandling.CUSTOM) {
			throw error(1238, "You do not have permission for custom unsubscribe handling.");
		}
		return handling;
	}

	private static ApiException error(int code, String message) {
		return ApiException.unprocessable(code, message);
	}

}
