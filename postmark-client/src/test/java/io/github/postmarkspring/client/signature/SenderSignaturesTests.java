package io.github.postmarkspring.client.signature;

import io.github.postmarkspring.client.ResourceTests;
import io.github.postmarkspring.client.page.ListQuery;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SenderSignaturesTests extends ResourceTests {

	private static final String SIGNATURE = """
			{ "Domain": "shop.example", "EmailAddress": "orders@shop.example", "ReplyToEmailAddress": "help@shop.example",
			  "Name": "Shop", "Confirmed": false, "SPFVerified": true, "SPFHost": "shop.example", "DKIMVerified": true,
			  "DKIMHost": "h", "ReturnPathDomain": "b.shop.example", "ReturnPathDomainCNAMEValue": "pm.mtasv.net",
			  "ID": 36735, "ConfirmationPersonalNote": "Hi" }""";

	@Test
	void signaturesAreListed() {
		answers("{ \"TotalCount\": 1, \"SenderSignatures\": [ " + SIGNATURE + " ] }");
		assertThat(this.account.senderSignatures().list(ListQuery.create().count(1)).items())
			.containsExactly(new SenderSignatureSummary(36735, "shop.example", "orders@shop.example",
					"help@shop.example", "Shop", false));
		requested("GET /senders?count=1&offset=0");
	}

	@Test
	void aSignatureIsRead() {
		answers(SIGNATURE);
		SenderSignature signature = this.account.senderSignatures().get(36735);
		requested("GET /senders/36735");
		assertThat(signature.emailAddress()).isEqualTo("orders@shop.example");
		assertThat(signature.replyToEmailAddress()).isEqualTo("help@shop.example");
		assertThat(signature.dkimHost()).isEqualTo("h");
		assertThat(signature.returnPathDomainCnameValue()).isEqualTo("pm.mtasv.net");
		assertThat(signature.confirmationPersonalNote()).isEqualTo("Hi");
		assertThat(signature.weakDkim()).isNull();
	}

	@Test
	void aSignatureIsCreatedChangedAndDeleted() {
		answers(SIGNATURE);
		this.account.senderSignatures()
			.create(NewSenderSignature.of("orders@shop.example", "Shop")
				.replyTo("help@shop.example")
				.returnPathDomain("b.shop.example")
				.confirmationNote("Hi"));
		requested("POST /senders", """
				{ "FromEmail": "orders@shop.example", "Name": "Shop", "ReplyToEmail": "help@shop.example",
				  "ReturnPathDomain": "b.shop.example", "ConfirmationPersonalNote": "Hi" }""");
		this.postmark.received().clear();
		this.account.senderSignatures().edit(36735, SenderSignatureChange.named("Shop").replyTo("a@shop.example"));
		requested("PUT /senders/36735", "{ \"Name\": \"Shop\", \"ReplyToEmail\": \"a@shop.example\" }");
		answers("{ \"ErrorCode\": 0, \"Message\": \"Signature removed.\" }");
		this.account.senderSignatures().delete(36735);
		requested("DELETE /senders/36735");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> NewSenderSignature.of("a@b.example", "A").confirmationNote("x".repeat(401)))
			.withMessageContaining("'confirmationNote'");
	}

	@Test
	void confirmationIsAskedForAgainAndRecordsAreVerified() {
		answers("{ \"ErrorCode\": 0, \"Message\": \"Confirmation email resent.\" }");
		this.account.senderSignatures().resendConfirmation(36735);
		requested("POST /senders/36735/resend");
		answers(SIGNATURE);
		assertThat(this.account.senderSignatures().verifySpf(36735).spfVerified()).isTrue();
		requested("POST /senders/36735/verifyspf");
		this.postmark.received().clear();
		assertThat(this.account.senderSignatures().requestNewDkim(36735).id()).isEqualTo(36735);
		requested("POST /senders/36735/requestnewdkim");
	}

}
