package io.github.postmarkspring.emulator.domain;

import io.github.postmarkspring.emulator.Postmark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

class DomainTests {

	@RegisterExtension
	final Postmark postmark = new Postmark();

	@Test
	void createsADomainWhoseKeyIsPending() {
		ObjectNode created = (ObjectNode) create();
		assertThat(this.postmark.account("GET", "/domains/" + created.get("ID"), null).json()).isEqualTo(created);
		assertThat(created.remove("DKIMPendingHost").asString()).endsWith("pm._domainkey.shop.example");
		assertThat(created.remove("DKIMPendingTextValue").asString()).startsWith("k=rsa;p=");
		assertThat(created).isEqualTo(Postmark.json("""
				{ "Name": "shop.example", "SPFVerified": true, "SPFHost": "shop.example", "SPFTextValue": "",
				  "DKIMVerified": false, "WeakDKIM": false, "DKIMHost": "", "DKIMTextValue": "",
				  "DKIMRevokedHost": "", "DKIMRevokedTextValue": "", "SafeToRemoveRevokedKeyFromDNS": false,
				  "DKIMUpdateStatus": "Pending", "ReturnPathDomain": "bounces.shop.example",
				  "ReturnPathDomainVerified": false, "ReturnPathDomainCNAMEValue": "pm.mtasv.net", "ID": %s }"""
			.formatted(created.get("ID"))));
	}

	@Test
	void listsDomains() {
		String id = create().get("ID").asString();
		assertThat(this.postmark.account("GET", "/domains?count=500&offset=0", null).json()).isEqualTo(Postmark.json("""
				{ "TotalCount": 1, "Domains": [ { "Name": "shop.example", "SPFVerified": true, "DKIMVerified": false,
				  "WeakDKIM": false, "ReturnPathDomainVerified": false, "ID": %s } ] }""".formatted(id)));
	}

	@Test
	void verifiesAndRotatesTheKey() {
		String path = "/domains/" + create().get("ID");
		Postmark.Answer pending = this.postmark.account("POST", path + "/rotatedkim", null);
		assertThat(pending.error()).isEqualTo("422/505");
		assertThat(pending.message()).isEqualTo("This DKIM is already being renewed.");
		JsonNode verified = this.postmark.account("PUT", path + "/verifyDKIM", null).json();
		assertThat(verified.get("DKIMVerified").asBoolean()).isTrue();
		assertThat(verified.get("DKIMUpdateStatus").asString()).isEqualTo("Verified");
		JsonNode rotated = this.postmark.account("POST", path + "/rotatedkim", null).json();
		assertThat(rotated.propertyNames()).containsExactly("Name", "DKIMVerified", "WeakDKIM", "DKIMHost",
				"DKIMTextValue", "DKIMPendingHost", "DKIMPendingTextValue", "DKIMRevokedHost", "DKIMRevokedTextValue",
				"SafeToRemoveRevokedKeyFromDNS", "DKIMUpdateStatus", "ID");
		assertThat(rotated.get("DKIMUpdateStatus").asString()).isEqualTo("Pending");
		JsonNode again = this.postmark.account("PUT", path + "/verifydkim", null).json();
		assertThat(again.get("DKIMRevokedHost")).isEqualTo(verified.get("DKIMHost"));
		assertThat(again.get("SafeToRemoveRevokedKeyFromDNS").asBoolean()).isTrue();
	}

	@Test
	void verifiesTheReturnPathIfThereIsOne() {
		String path = "/domains/" + create().get("ID");
		assertThat(this.postmark.account("PUT", path + "/verifyReturnPath", null)
			.json()
			.get("ReturnPathDomainVerified")
			.asBoolean()).isTrue();
		JsonNode edited = this.postmark.account("PUT", path, "{\"ReturnPathDomain\":\"pm.shop.example\"}").json();
		assertThat(edited.get("ReturnPathDomain").asString()).isEqualTo("pm.shop.example");
		assertThat(edited.get("ReturnPathDomainVerified").asBoolean(true)).isFalse();
		this.postmark.account("PUT", path, "{\"ReturnPathDomain\":\"\"}");
		assertThat(this.postmark.account("PUT", path + "/verifyReturnPath", null).error()).isEqualTo("422/523");
		assertThat(this.postmark.account("POST", path + "/verifyspf", null).json())
			.isEqualTo(Postmark.json("{\"SPFHost\":\"shop.example\",\"SPFVerified\":true,\"SPFTextValue\":\"\"}"));
	}

	@Test
	void forgetsADeletedDomain() {
		String path = "/domains/" + create().get("ID");
		assertThat(this.postmark.account("DELETE", path, null).json())
			.isEqualTo(Postmark.json("{\"ErrorCode\":0,\"Message\":\"Domain shop.example removed.\"}"));
		assertThat(this.postmark.account("DELETE", path, null).error()).isEqualTo("422/510");
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', quoteCharacter = '`',
			value = { "``; 502", "{}; 514", "{\"Name\":\"shop\"}; 516", "{\"Name\":\"a@b.example\"}; 516",
					"{\"Name\":\"gmail.com\"}; 503", "{\"Name\":\"SHOP.example\"}; 512",
					"{\"Name\":\"b.example\",\"ReturnPathDomain\":\"b.example\"}; 522",
					"{\"Name\":\"b.example\",\"ReturnPathDomain\":\"x.shop.example\"}; 522", "{\"Name\":1}; 403" })
	void refusesABadDomain(String body, int code) {
		create();
		assertThat(this.postmark.account("POST", "/domains", body).error()).isEqualTo("422/" + code);
	}

	@Test
	void refusesANameThatIsTooLong() {
		assertThat(this.postmark.account("POST", "/domains", "{\"Name\":\"" + "a.".repeat(128) + "example\"}").error())
			.isEqualTo("422/515");
	}

	@ParameterizedTest
	@CsvSource({ "GET,''", "PUT,''", "DELETE,''", "PUT,/verifyDkim", "PUT,/verifyReturnPath", "POST,/verifyspf",
			"POST,/rotatedkim" })
	void answersAnUnknownDomainWithCode510(String method, String action) {
		assertThat(this.postmark.account(method, "/domains/99" + action, "{}").error()).isEqualTo("422/510");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/domains", "/domains?count=501&offset=0", "/senders", "/senders?count=1&offset=-1" })
	void refusesBadPagingWithCode500(String path) {
		assertThat(this.postmark.account("GET", path, null).error()).isEqualTo("422/500");
	}

	private JsonNode create() {
		return this.postmark
			.account("POST", "/domains", "{\"Name\":\"shop.example\",\"ReturnPathDomain\":\"bounces.shop.example\"}")
			.json();
	}

}
