package io.github.postmarkspring.boot.autoconfigure.roundtrip;

import io.github.postmarkspring.client.domain.DkimRotation;
import io.github.postmarkspring.client.domain.DkimUpdateStatus;
import io.github.postmarkspring.client.domain.Domain;
import io.github.postmarkspring.client.domain.DomainChange;
import io.github.postmarkspring.client.domain.DomainSummary;
import io.github.postmarkspring.client.domain.Domains;
import io.github.postmarkspring.client.domain.NewDomain;
import io.github.postmarkspring.client.page.ListQuery;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A domain and its DNS records.
 */
class DomainsRoundTrip implements RoundTrip {

	@Override
	public void run(Clients clients) {
		Domains domains = clients.account().domains();
		Domain created = domains.create(NewDomain.named("shop.example").returnPathDomain("pm.shop.example"));
		clients.wire().requested("POST /domains", """
				{ "Name": "shop.example", "ReturnPathDomain": "pm.shop.example" }""");
		clients.wire()
			.answered("POST /domains",
					"""
							{ "Name": "shop.example", "SPFHost": "shop.example", "SPFVerified": true, "SPFTextValue": "",
							  "DKIMVerified": false, "WeakDKIM": false, "DKIMHost": "", "DKIMTextValue": "", "DKIMPendingHost": "<any>",
							  "DKIMPendingTextValue": "<any>", "DKIMRevokedHost": "", "DKIMRevokedTextValue": "",
							  "SafeToRemoveRevokedKeyFromDNS": false, "DKIMUpdateStatus": "Pending", "ReturnPathDomain": "pm.shop.example",
							  "ReturnPathDomainVerified": false, "ReturnPathDomainCNAMEValue": "pm.mtasv.net", "ID": %d }"""
						.formatted(created.id()));
		assertThat(created.dkimVerified()).isFalse();
		assertThat(created.dkimUpdateStatus()).isEqualTo(DkimUpdateStatus.PENDING);
		assertThat(domains.get(created.id())).isEqualTo(created);
		assertThat(domains.edit(created.id(), DomainChange.returnPath("bounces.shop.example")).returnPathDomain())
			.isEqualTo("bounces.shop.example");
		clients.wire().requested("PUT /domains/{}", "{ \"ReturnPathDomain\": \"bounces.shop.example\" }");
		assertThat(domains.verifyReturnPath(created.id()).returnPathDomainVerified()).isTrue();
		assertThat(domains.verifySpf(created.id()).spfHost()).isEqualTo("shop.example");
		assertThat(domains.verifyDkim(created.id()).dkimVerified()).isTrue();
		DkimRotation rotation = domains.rotateDkim(created.id());
		clients.wire()
			.answered("POST /domains/{}/rotatedkim",
					"""
							{ "Name": "shop.example", "DKIMVerified": true, "WeakDKIM": false, "DKIMHost": "%s", "DKIMTextValue": "<any>",
							  "DKIMPendingHost": "<any>", "DKIMPendingTextValue": "<any>", "DKIMRevokedHost": "", "DKIMRevokedTextValue": "",
							  "SafeToRemoveRevokedKeyFromDNS": false, "DKIMUpdateStatus": "Pending", "ID": %d }"""
						.formatted(created.dkimPendingHost(), created.id()));
		assertThat(rotation.dkimPendingHost()).isNotBlank().isNotEqualTo(rotation.dkimHost());
		assertThat(domains.stream(ListQuery.create())).extracting(DomainSummary::name).containsExactly("shop.example");
		domains.delete(created.id());
		assertThat(domains.stream(ListQuery.create())).isEmpty();
	}

}
