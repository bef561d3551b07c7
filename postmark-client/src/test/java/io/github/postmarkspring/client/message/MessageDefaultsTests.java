package io.github.postmarkspring.client.message;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class MessageDefaultsTests {

	private final MessageDefaults defaults = new MessageDefaults(EmailAddress.parse("Shop <orders@shop.example>"),
			List.of(EmailAddress.parse("help@shop.example")), "receipts", "shop", true, TrackLinks.HTML_ONLY,
			List.of(new MessageHeader("X-App", "shop")), Map.of("app", "shop"));

	@Test
	void defaultsSpeakWhereAMessageIsSilent() {
		OutboundMessage message = this.defaults.applyTo(Email.builder().to("ann@mail.example").subject("Hi").build());
		assertThat(message.from()).hasToString("Shop <orders@shop.example>");
		assertThat(message.to()).containsExactly(EmailAddress.parse("ann@mail.example"));
		assertThat(message.replyTo()).containsExactly(EmailAddress.parse("help@shop.example"));
		assertThat(message.messageStream()).isEqualTo("receipts");
		assertThat(message.tag()).isEqualTo("shop");
		assertThat(message.trackOpens()).isTrue();
		assertThat(message.trackLinks()).isEqualTo(TrackLinks.HTML_ONLY);
		assertThat(message.headers()).containsExactly(new MessageHeader("X-App", "shop"));
		assertThat(message.metadata()).containsExactly(Map.entry("app", "shop"));
		assertThat(((Email) message).subject()).isEqualTo("Hi");
	}

	@Test
	void whatAMessageSaysItselfStands() {
		Email email = Email.builder()
			.from("me@shop.example")
			.to("ann@mail.example")
			.replyTo("me@shop.example")
			.messageStream("outbound")
			.tag("mine")
			.trackOpens(false)
			.trackLinks(TrackLinks.NONE)
			.build();
		OutboundMessage message = this.defaults.applyTo(email);
		assertThat(message.from()).hasToString("me@shop.example");
		assertThat(message.replyTo()).hasSize(1).first().hasToString("me@shop.example");
		assertThat(message.messageStream()).isEqualTo("outbound");
		assertThat(message.tag()).isEqualTo("mine");
		assertThat(message.trackOpens()).isFalse();
		assertThat(message.trackLinks()).isEqualTo(TrackLinks.NONE);
	}

	@Test
	void headersAndMetadataAreAddedUnlessTheMessageHasTheNameInAnyCase() {
		OutboundMessage message = this.defaults.applyTo(TemplatedEmail.builder()
			.header("x-app", "mine")
			.header("X-Other", "o")
			.metadata("APP", "mine")
			.build());
		assertThat(message).isInstanceOf(TemplatedEmail.class);
		assertThat(message.headers()).containsExactly(new MessageHeader("x-app", "mine"),
				new MessageHeader("X-Other", "o"));
		assertThat(message.metadata()).containsExactly(Map.entry("APP", "mine"));
	}

	@Test
	void aDefaultThatWouldMakeEveryMessageInvalidIsRefusedAtOnce() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new MessageDefaults(null, List.of(), null, null, null, null,
					List.of(new MessageHeader("Reply-To", "a@b.example")), Map.of()))
			.withMessageContaining("Reply-To");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new MessageDefaults(null, List.of(), null, null, null, null, List.of(),
					Map.of("n".repeat(21), "v")))
			.withMessageContaining("20");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new MessageDefaults(EmailAddress.parse("nobody"), List.of(), null, null, null, null,
					List.of(), Map.of()))
			.withMessageContaining("From");
	}

	@Test
	void noDefaultsLeaveAMessageAsItIs() {
		Email email = Email.builder().to("ann@mail.example").build();
		assertThat(MessageDefaults.none().applyTo(email)).isSameAs(email);
	}

}
