package io.github.postmarkspring.emulator.domain;

import io.github.postmarkspring.emulator.http.ApiException;
import io.github.postmarkspring.emulator.http.Json;
import io.github.postmarkspring.emulator.server.Account;
import tools.jackson.databind.node.ObjectNode;

/**
 * The domains of the account.
 */
final class Domains extends Registry<Domains.Domain> {

	private Domains() {
		super(ApiException.unprocessable(510, "This domain was not found."),
				ApiException.unprocessable(512, "This domain exists already."));
	}

	static Domains of(Account account) {
		return account.state(Domains.class, Domains::new);
	}

	record Domain(long id, Dns dns) {

		boolean verifies(String name) {
			return this.dns.verified() && this.dns.domain().equalsIgnoreCase(name);
		}

		ObjectNode item() {
			return Json.object()
				.put("Name", this.dns.domain())
				.put("SPFVerified", true)
				.put("DKIMVerified", this.dns.verified())
				.put("WeakDKIM", false)
				.put("ReturnPathDomainVerified", this.dns.returnPathVerified())
				.put("ID", this.id);
		}

		ObjectNode details() {
			return this.dns.describe(Json.object().put("Name", this.dns.domain())).put("ID", this.id);
		}

	}

}
