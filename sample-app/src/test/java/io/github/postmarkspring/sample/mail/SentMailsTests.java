package io.github.postmarkspring.sample.mail;

import java.util.stream.IntStream;

import io.github.postmarkspring.client.message.Email;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SentMailsTests {

	private final SentMails sentMails = new SentMails();

	@Test
	void onlyTheNewestAreRemembered() {
		SentMail oldest = add(0);
		IntStream.rangeClosed(1, SentMails.MAX).forEach(this::add);

		assertThat(this.sentMails.newestFirst()).hasSize(SentMails.MAX);
		assertThat(this.sentMails.newestFirst().get(0).subject()).isEqualTo("Mail " + SentMails.MAX);
		assertThat(this.sentMails.find(oldest.id())).isNull();
	}

	@Test
	void aMailIsFoundByItsId() {
		SentMail mail = add(1);
		add(2);

		assertThat(this.sentMails.find(mail.id())).isSameAs(mail);
	}

	private SentMail add(int number) {
		Email mail = Email.builder().to("ann@mail.example").subject("Mail " + number).tag("test").build();
		return this.sentMails.add(SentMail.of(mail, new Outcome(Outcome.Status.ACCEPTED, "id", "", "")));
	}

}
