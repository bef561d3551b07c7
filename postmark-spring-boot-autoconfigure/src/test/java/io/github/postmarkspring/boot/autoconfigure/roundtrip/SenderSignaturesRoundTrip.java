package io.github.postmarkspring.boot.autoconfigure.roundtrip;

import io.github.postmarkspring.client.error.PostmarkApiException;
import io.github.postmarkspring.client.page.ListQuery;
import io.github.postmarkspring.client.signature.NewSenderSignature;
import io.github.postmarkspring.client.signature.SenderSignature;
import io.github.postmarkspring.client.signature.SenderSignatureChange;
import io.github.postmarkspring.client.signature.SenderSignatureSummary;
import io.github.postmarkspring.client.signature.SenderSignatures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A sender signature and its confirmation.
 */
class SenderSignaturesRoundTrip implements RoundTrip {

	@Override
	public void run(Clients clients) {
		SenderSignatures signatures = clients.account().senderSignatures();
		SenderSignature created = signatures.create(
				NewSenderSignature.of("ann@shop.example", "Ann").replyTo("help@shop.example").confirmationNote("Hi"));
		clients.wire().requested("POST /senders", """
				{ "FromEmail": "ann@shop.example", "Name": "Ann", "ReplyToEmail": "help@shop.example",
				  "ConfirmationPersonalNote": "Hi" }""");
		clients.wire()
			.answered("POST /senders",
					"""
							{ "Domain": "shop.example", "EmailAddress": "ann@shop.example", "ReplyToEmailAddress": "help@shop.example",
							  "Name": "Ann", "Confirmed": false, "ID": %d, "SPFHost": "shop.example", "SPFVerified": true, "SPFTextValue": "",
							  "DKIMVerified": false, "WeakDKIM": false, "DKIMHost": "", "DKIMTextValue": "", "DKIMPendingHost": "<any>",
							  "DKIMPendingTextValue": "<any>", "DKIMRevokedHost": "", "DKIMRevokedTextValue": "",
							  "SafeToRemoveRevokedKeyFromDNS": false, "DKIMUpdateStatus": "Pending", "ReturnPathDomain": "",
							  "ReturnPathDomainVerified": false, "ReturnPathDomainCNAMEValue": "pm.mtasv.net",
							  "ConfirmationPersonalNote": "Hi" }"""
						.formatted(created.id()));
		assertThat(created.replyToEmailAddress()).isEqualTo("help@shop.example");
		assertThat(signatures.get(created.id())).isEqualTo(created);
		assertThat(signatures.edit(created.id(), SenderSignatureChange.named("Anna")).name()).isEqualTo("Anna");
		clients.wire().requested("PUT /senders/{}", "{ \"Name\": \"Anna\" }");
		signatures.resendConfirmation(created.id());
		clients.emulator().control().confirmSender(created.id());
		assertThat(signatures.stream(ListQuery.create())).singleElement()
			.satisfies((signature) -> assertThat(signature.confirmed()).isTrue());
		assertThat(signatures.verifySpf(created.id()).spfVerified()).isTrue();
		assertThatExceptionOfType(PostmarkApiException.class).isThrownBy(() -> signatures.requestNewDkim(created.id()))
			.satisfies((ex) -> {
				assertThat(ex.errorCode()).isEqualTo(505);
				assertThat(ex.apiMessage()).isEqualTo("This DKIM is already being renewed.");
			});
		clients.wire().asked("POST /senders/{}/requestnewdkim", "/senders/" + created.id() + "/requestnewdkim");
		signatures.delete(created.id());
		assertThat(signatures.stream(ListQuery.create())).isEmpty();
	}

}
