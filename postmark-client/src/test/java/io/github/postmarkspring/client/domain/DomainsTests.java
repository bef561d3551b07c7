package io.github.postmarkspring.client.domain;

import io.github.postmarkspring.client.ResourceTests;
import io.github.postmarkspring.client.page.ListQuery;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DomainsTests extends ResourceTests {

	private static final String DOMAIN = """
			{ "Name": "shop.example", "SPFVerified": true, "SPFHost": "shop.example", "SPFTextValue": "",
			  "DKIMVerified": false, "WeakDKIM": false, "DKIMHost": "", "DKIMTextValue": "",
			  "DKIMPendingHost": "20261102._domainkey.shop.example", "DKIMPendingTextValue": "k=rsa;p=AAAA",
			  "DKIMRevokedHost": "", "DKIMRevokedTextValue": "", "SafeToRemoveRevokedKeyFromDNS": false,
			  "DKIMUpdateStatus": "Pending", "ReturnPathDomain": "pm-bounces.shop.example",
			  "ReturnPathDomainVerified": false, "ReturnPathDomainCNAMEValue": "pm.mtasv.net", "ID": 5012 }""";

	@Test
	void domainsAreListed() {
		answers("""
				{ "TotalCount": 1, "Domains": [ { "Name": "shop.example", "SPFVerified": true, "DKIMVerified": true,
				  "WeakDKIM": false, "ReturnPathDomainVerified": false, "ID": 5012 } ] }""");
		assertThat(this.account.domains().list(ListQuery.create().count(50)).items())
			.containsExactly(new DomainSummary(5012, "shop.example", true, true, false, false));
		requested("GET /domains?count=50&offset=0");
		assertThat(this.account.domains().stream(ListQuery.create())).hasSize(1);
	}

	@Test
	void aDomainIsReadWithItsRecords() {
		answers(DOMAIN);
		assertThat(this.account.domains().get(5012)).isEqualTo(new Domain(5012, "shop.example", true, "shop.example",
				"", false, false, "", "", "20261102._domainkey.shop.example", "k=rsa;p=AAAA", "", "", false,
				DkimUpdateStatus.PENDING, "pm-bounces.shop.example", false, "pm.mtasv.net"));
		requested("GET /domains/5012");
	}

	@Test
	void aDomainIsCreatedChangedAndDeleted() {
		answers(DOMAIN);
		this.account.domains().create(NewDomain.named("shop.example").returnPathDomain("pm-bounces.shop.example"));
		requested("POST /domains", "{ \"Name\": \"shop.example\", \"ReturnPathDomain\": \"pm-bounces.shop.example\" }");
		this.postmark.received().clear();
		this.account.domains().edit(5012, DomainChange.returnPath("b.shop.example"));
		requested("PUT /domains/5012", "{ \"ReturnPathDomain\": \"b.shop.example\" }");
		answers("{ \"ErrorCode\": 0, \"Message\": \"Domain shop.example removed.\" }");
		this.account.domains().delete(5012);
		requested("DELETE /domains/5012");
	}

	@Test
	void recordsAreVerifiedAndTheKeyIsRenewed() {
		answers(DOMAIN);
		assertThat(this.account.domains().verifyDkim(5012).dkimVerified()).isFalse();
		requested("PUT /domains/5012/verifyDkim");
		this.postmark.received().clear();
		assertThat(this.account.domains().verifyReturnPath(5012).returnPathDomainVerified()).isFalse();
		requested("PUT /domains/5012/verifyReturnPath");
		this.postmark.received().clear();
		assertThat(this.account.domains().verifySpf(5012)).isEqualTo(new SpfVerification(true, "shop.example", ""));
		requested("POST /domains/5012/verifyspf");
		this.postmark.received().clear();
		DkimRotation rotation = this.account.domains().rotateDkim(5012);
		requested("POST /domains/5012/rotatedkim");
		assertThat(rotation.dkimPendingHost()).isEqualTo("20261102._domainkey.shop.example");
		assertThat(rotation.safeToRemoveRevokedKeyFromDns()).isFalse();
		assertThat(rotation.dkimUpdateStatus()).isEqualTo(DkimUpdateStatus.PENDING);
	}

}
