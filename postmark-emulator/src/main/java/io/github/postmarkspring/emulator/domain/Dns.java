package io.github.postmarkspring.emulator.domain;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import io.github.postmarkspring.emulator.http.ApiException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a domain is to have in the DNS: a key in use, one that is to come, one that is to
 * go, and the name that bounces return to.
 */
record Dns(String domain, @Nullable String key, @Nullable String pendingKey, @Nullable String revokedKey,
		String returnPath, boolean returnPathVerified) {

	private static final DateTimeFormatter SELECTOR = DateTimeFormatter.ofPattern("uuuuMMddHHmmss'pm'")
		.withZone(ZoneOffset.UTC);

	static Dns create(String domain, @Nullable String returnPath, Instant now) {
		return new Dns(domain, null, host(domain, now), null, "", false).withReturnPath(returnPath);
	}

	/**
	 * Changes the name that bounces return to.
	 * @throws ApiException with code 522 if it is no subdomain
	 */
	Dns withReturnPath(@Nullable String name) {
		String value = (name != null) ? name : "";
		if (value.equalsIgnoreCase(this.returnPath)) {
			return this;
		}
		if (!value.isEmpty() && (!DomainName.isValid(value)
				|| !value.toLowerCase(Locale.ROOT).endsWith("." + this.domain.toLowerCase(Locale.ROOT)))) {
			throw ApiException.unprocessable(522,
					"The 'ReturnPathDomain' must be a subdomain of '" + this.domain + "'.");
		}
		return new Dns(this.domain, this.key, this.pendingKey, this.revokedKey, value, false);
	}

	/**
	 * Verifies the name that bounces return to.
	 * @throws ApiException with code 523 if there is none
	 */
	Dns returnPathVerified(boolean verified) {
		if (this.returnPath.isEmpty()) {
			throw ApiException.unprocessable(523, "There is no CNAME record for the return path.");
		}
		return new Dns(this.domain, this.key, this.pendingKey, this.revokedKey, this.returnPath, verified);
	}

	/**
	 * Takes the pending key into use.
	 */
	Dns keyVerified() {
		return (this.pendingKey != null)
				? new Dns(this.domain, this.pendingKey, null, this.key, this.returnPath, this.returnPathVerified)
				: this;
	}

	/**
	 * Asks for a new key.
	 * @throws ApiException with code 505 if one is pending
	 */
	Dns rotated(Instant now) {
		if (this.pendingKey != null) {
			throw ApiException.unprocessable(505, "This DKIM is already being renewed.");
		}
		String next = host(this.domain, now);
		// A name has the second it was made in.
		String pending = next.equals(this.key) ? host(this.domain, now.plusSeconds(1)) : next;
		return new Dns(this.domain, this.key, pending, null, this.returnPath, this.returnPathVerified);
	}

	boolean verified() {
		return this.key != null;
	}

	ObjectNode describe(ObjectNode json) {
		describeSpf(json);
		describeKeys(json);
		json.put("ReturnPathDomain", this.returnPath);
		json.put("ReturnPathDomainVerified", this.returnPathVerified);
		return json.put("ReturnPathDomainCNAMEValue", "pm.mtasv.net");
	}

	ObjectNode describeSpf(ObjectNode json) {
		return json.put("SPFHost", this.domain).put("SPFVerified", true).put("SPFTextValue", "");
	}

	ObjectNode describeKeys(ObjectNode json) {
		json.put("DKIMVerified", verified()).put("WeakDKIM", false);
		key(json, "DKIM", this.key);
		key(json, "DKIMPending", this.pendingKey);
		key(json, "DKIMRevoked", this.revokedKey);
		json.put("SafeToRemoveRevokedKeyFromDNS", this.revokedKey != null);
		return json.put("DKIMUpdateStatus", (this.pendingKey != null) ? "Pending" : "Verified");
	}

	private static void key(ObjectNode json, String name, @Nullable String host) {
		json.put(name + "Host", (host != null) ? host : "");
		json.put(name + "TextValue", (host != null) ? "k=rsa;p=" + Integer.toHexString(host.hashCode()) : "");
	}

	private static String host(String domain, Instant now) {
		return SELECTOR.format(now) + "._domainkey." + domain;
	}

}
