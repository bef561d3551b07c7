package io.github.postmarkspring.boot.autoconfigure.roundtrip;

import java.util.List;
import java.util.Map;

import io.github.postmarkspring.client.bulk.BulkEmail;
import io.github.postmarkspring.client.bulk.BulkMailing;
import io.github.postmarkspring.client.bulk.BulkPage;
import io.github.postmarkspring.client.bulk.BulkQuery;
import io.github.postmarkspring.client.bulk.BulkRecipient;
import io.github.postmarkspring.client.bulk.BulkStatus;
import io.github.postmarkspring.client.error.FieldError;
import io.github.postmarkspring.client.error.InvalidMessageException;
import io.github.postmarkspring.client.message.EmailAddress;
import io.github.postmarkspring.client.message.MessageHeader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Bulk mail, its status and its list.
 */
class BulkRoundTrip implements RoundTrip {

	private static final EmailAddress FROM = EmailAddress.parse("news@shop.example");

	@Override
	public void run(Clients clients) {
		BulkMailing sent = clients.server().bulk().send(mailing("ann@mail.example"));
		clients.wire().requested("POST /email/bulk", """
				{ "From": "news@shop.example", "Subject": "Hi {{name}}", "TextBody": "Hello",
				  "Messages": [ { "To": "ann@mail.example", "TemplateModel": { "name": "Ann" } } ] }""");
		clients.wire()
			.answered("POST /email/bulk",
					"""
							{ "Id": "%s", "Status": "Accepted", "SubmittedAt": "<any>", "TotalMessages": 1, "PercentageCompleted": 0.0,
							  "ReleasedCount": 0, "FailedCount": 0, "Subject": "Hi {{name}}" }"""
						.formatted(sent.id()));
		BulkMailing completed = clients.server().bulk().get(sent.id());
		assertThat(completed.status()).isEqualTo(BulkStatus.COMPLETED);
		assertThat(completed.releasedCount()).isEqualTo(1);
		assertThat(completed.submittedAt()).isEqualTo(sent.submittedAt());
		clients.server().bulk().send(mailing("bob@mail.example"));
		BulkPage page = clients.server().bulk().list(BulkQuery.create().count(1));
		assertThat(page.paginationKey()).isNotBlank();
		assertThat(clients.server().bulk().stream(BulkQuery.create().count(1)).map(BulkMailing::id)).hasSize(2)
			.endsWith(sent.id());
		mistakesComeBackByTheirFields(clients);
	}

	private static void mistakesComeBackByTheirFields(Clients clients) {
		BulkEmail mailing = mailing("ann@mail.example").messages(
				List.of(withHeader("ann@mail.example", "Reply-To"), withHeader("bob@mail.example", "Return-Path")));
		assertThatExceptionOfType(InvalidMessageException.class).isThrownBy(() -> clients.server().bulk().send(mailing))
			.satisfies((ex) -> {
				assertThat(ex.errorCode()).isEqualTo(11);
				assertThat(ex.fieldErrors()).containsOnly(
						Map.entry("Reply-To", List.of(new FieldError(300, "Header 'Reply-To' not allowed."))),
						Map.entry("Return-Path", List.of(new FieldError(300, "Header 'Return-Path' not allowed."))));
			});
	}

	private static BulkRecipient withHeader(String recipient, String name) {
		return BulkRecipient.to(recipient).headers(List.of(new MessageHeader(name, "x")));
	}

	private static BulkEmail mailing(String recipient) {
		return BulkEmail.content(FROM, "Hi {{name}}")
			.textBody("Hello")
			.messages(List.of(BulkRecipient.to(recipient).templateModel(Map.of("name", "Ann"))));
	}

}
