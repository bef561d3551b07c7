package io.github.postmarkspring.client.webhook.event;

import java.util.List;

import io.github.postmarkspring.client.http.Lists;
import io.github.postmarkspring.client.inbound.InboundAddress;
import io.github.postmarkspring.client.message.EmailAddress;
import org.jspecify.annotations.Nullable;

/**
 * The addresses of mail that came in, read from how they were written where Postmark does
 * not give them in parts.
 */
final class WrittenAddresses {

	private WrittenAddresses() {
	}

	static InboundAddress one(@Nullable InboundAddress parts, @Nullable String written, @Nullable String name) {
		if (parts != null || written == null) {
			return (parts != null) ? parts : new InboundAddress(null, name, null);
		}
		InboundAddress address = address(EmailAddress.parse(written));
		return (address.name() != null) ? address : new InboundAddress(address.email(), name, null);
	}

	static List<InboundAddress> all(@Nullable List<InboundAddress> parts, @Nullable String written) {
		List<InboundAddress> given = Lists.copy(parts);
		if (!given.isEmpty() || written == null) {
			return given;
		}
		return EmailAddress.parseList(written).stream().map(WrittenAddresses::address).toList();
	}

	private static InboundAddress address(EmailAddress address) {
		return new InboundAddress(address.address(), address.name(), null);
	}

}
