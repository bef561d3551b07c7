package io.github.postmarkspring.client.message;

import java.util.LinkedHashMap;
import java.util.Map;

import io.github.postmarkspring.client.error.InvalidMessageException;
import org.jspecify.annotations.Nullable;

/**
 * Puts the keys of messages into their metadata.
 */
class KeyedMetadata {

	private final ReconciliationSettings settings;

	KeyedMetadata(ReconciliationSettings settings) {
		this.settings = settings;
	}

	/**
	 * Return the key of a message, its own or a new one.
	 * @return the key, or {@code null} if it has none and needs none
	 * @throws InvalidMessageException if there is no place for it
	 */
	@Nullable String key(OutboundMessage message) {
		String own = message.reconciliationKey();
		if (own == null && this.settings.mode() == ReconciliationSettings.Mode.OFF) {
			return null;
		}
		if (own != null && !ReconciliationKey.isUsable(own)) {
			throw MessageChecks.invalid("Metadata",
					"the reconciliation key must be 1 to 80 printable ASCII characters without spaces");
		}
		check(message.metadata());
		return (own != null) ? own : ReconciliationKey.make();
	}

	void check(Map<String, String> metadata) {
		MessageChecks.checkPlaceInMetadata(metadata, this.settings.metadataName(), "the reconciliation key",
				"say it by reconciliationKey(…) if it is the key, or choose another name for the key "
						+ "(with Spring Boot: 'postmark.retry.reconcile-key')",
				"or do without a key (with Spring Boot: 'postmark.retry.reconcile=off')");
	}

	/** The metadata with the key, if there is one. */
	Map<String, String> with(@Nullable String key, Map<String, String> metadata) {
		if (key == null) {
			return metadata;
		}
		Map<String, String> keyed = new LinkedHashMap<>(metadata);
		keyed.put(this.settings.metadataName(), key);
		return keyed;
	}

}
