package io.github.postmarkspring.boot.autoconfigure;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import io.github.postmarkspring.client.PostmarkAccountClient;
import io.github.postmarkspring.client.PostmarkServerClient;
import io.github.postmarkspring.client.message.EmailAddress;
import io.github.postmarkspring.client.page.ListQuery;
import io.github.postmarkspring.client.stream.MessageStream;
import io.github.postmarkspring.client.stream.MessageStreamQuery;
import io.github.postmarkspring.client.stream.StreamType;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * Asks Postmark for the stream and the sender that messages get which name none.
 */
class DefaultsCheck {

	private final PostmarkProperties properties;

	private final List<String> problems;

	private final Set<String> senders = new HashSet<>();

	DefaultsCheck(PostmarkProperties properties, List<String> problems) {
		this.properties = properties;
		this.problems = problems;
	}

	/** See whether mail can go to the default stream of a server. */
	boolean stream(TokenKey key, PostmarkServerClient client, String server) {
		String property = property(key, "message-stream", PostmarkProperties.Defaults::messageStream);
		String value = value(key, PostmarkProperties.Defaults::messageStream);
		String id = StringUtils.hasText(value) ? value : "outbound";
		MessageStream stream = client.messageStreams()
			.list(MessageStreamQuery.create().includeArchived())
			.messageStreams()
			.stream()
			.filter((candidate) -> id.equalsIgnoreCase(candidate.id()))
			.findFirst()
			.orElse(null);
		String problem = problem(stream);
		if (problem != null) {
			this.problems.add("The message stream '" + id + "' of " + server
					+ (StringUtils.hasText(value) ? ", to which '" + property + "' is set, "
							: ", used because '" + property + "' is not set, ")
					+ problem + ". Set the property to a stream of that server that sends"
					+ ((stream == null) ? ", or create it at Postmark." : "."));
		}
		return problem == null;
	}

	private static @Nullable String problem(@Nullable MessageStream stream) {
		if (stream == null) {
			return "does not exist";
		}
		if (stream.archivedAt() != null) {
			return "is archived";
		}
		return StreamType.INBOUND.equals(stream.type()) ? "is for mail that comes in" : null;
	}

	/** See whether the default sender of a server is confirmed, unless it was seen. */
	boolean sender(TokenKey key, PostmarkAccountClient account) {
		String property = property(key, "from", PostmarkProperties.Defaults::from);
		String from = value(key, PostmarkProperties.Defaults::from);
		if (!StringUtils.hasText(from) || !this.senders.add(property) || isConfirmed(from, account)) {
			return true;
		}
		this.problems.add("The address of '" + property + "' is neither a confirmed sender signature at Postmark, nor "
				+ "of a domain that is verified there by DKIM, so Postmark refuses mail from it. Confirm one of them, "
				+ "or set the property to an address that is.");
		return false;
	}

	private static boolean isConfirmed(String from, PostmarkAccountClient account) {
		String address = ascii(EmailAddress.parse(from).address());
		String domain = address.substring(address.lastIndexOf('@'));
		return account.domains()
			.stream(ListQuery.create())
			.anyMatch((candidate) -> Boolean.TRUE.equals(candidate.dkimVerified())
					&& ascii("@" + candidate.name()).equalsIgnoreCase(domain))
				|| account.senderSignatures()
					.stream(ListQuery.create())
					.anyMatch((candidate) -> Boolean.TRUE.equals(candidate.confirmed())
							&& ascii(String.valueOf(candidate.emailAddress())).equalsIgnoreCase(address));
	}

	/** A domain may be written in either way. */
	private static String ascii(String address) {
		return new EmailAddress(address, null).format();
	}

	private @Nullable String value(TokenKey key, Function<PostmarkProperties.Defaults, @Nullable String> value) {
		String own = own(key, value);
		return (own != null) ? own : value.apply(this.properties.defaults());
	}

	/** Where the value is set, or could be for this server alone. */
	private String property(TokenKey key, String name, Function<PostmarkProperties.Defaults, @Nullable String> value) {
		boolean common = key == TokenKey.SERVER
				|| (own(key, value) == null && value.apply(this.properties.defaults()) != null);
		return (common ? "postmark" : ServerNames.PREFIX + "." + key.server()) + ".defaults." + name;
	}

	private @Nullable String own(TokenKey key, Function<PostmarkProperties.Defaults, @Nullable String> value) {
		PostmarkProperties.Server server = this.properties.server(key.server());
		return (server != null) ? value.apply(server.defaults()) : null;
	}

}
