package io.github.postmarkspring.emulator.email;

import io.github.postmarkspring.emulator.Postmark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class AddressTests {

	@RegisterExtension
	final Postmark postmark = new Postmark();

	@ParameterizedTest
	@CsvSource(delimiter = ';', quoteCharacter = '`', value = { "nobody; Invalid 'To' address: 'nobody'.",
			"Ann <nobody>; Invalid 'To' address: 'nobody'.",
			"Ann <ann@d.example; Invalid 'To' address: 'Ann <ann@d.example'.",
			"x, ann@d.example; Error parsing 'To': Illegal email address 'x'. It must contain the '@' symbol.",
			"Doe, Ann <ann@d.example>; Error parsing 'To': Illegal email address 'Doe'. It must contain the '@' symbol.",
			"user@+; Error parsing 'To': Illegal email domain '+' in address 'user@+'.",
			"user@a..b; Error parsing 'To': Illegal email domain 'a..b' in address 'user@a..b'.",
			"user@b.; Error parsing 'To': Illegal email domain 'b.' in address 'user@b.'.",
			"user@; Error parsing 'To': Illegal email domain '' in address 'user@'.",
			"user@bücher.example; Error parsing 'To': Illegal email domain 'bücher.example' in address 'user@bücher.example'.",
			"jörg@d.example; Error parsing 'To': Illegal email mailbox 'jörg' in address 'jörg@d.example'.",
			"a b@d.example; Error parsing 'To': Illegal email mailbox 'a b' in address 'a b@d.example'.",
			"@d.example; Error parsing 'To': Illegal email mailbox '' in address '@d.example'.",
			"a@b@d.example; Error parsing 'To': Illegal email mailbox 'a@b' in address 'a@b@d.example'.",
			"\"Ann <ann@d.example>; Error parsing 'To': Unclosed quoted string" })
	void refusesWhatIsNoAddressInPostmarksWords(String to, String message) {
		Postmark.Answer answer = send("To", to);
		assertThat(answer.error()).isEqualTo("422/300");
		assertThat(answer.message()).isEqualTo(message);
	}

	@Test
	void namesTheFieldThatIsWrong() {
		assertThat(send("From", "x").message()).isEqualTo("Invalid 'From' address: 'x'.");
		assertThat(send("Cc", "user@+").message())
			.isEqualTo("Error parsing 'Cc': Illegal email domain '+' in address 'user@+'.");
		assertThat(send("Bcc", "x").message()).isEqualTo("Invalid 'Bcc' address: 'x'.");
		assertThat(send("ReplyTo", "user@+").message())
			.isEqualTo("Error parsing 'Reply-To': Illegal email domain '+' in address 'user@+'.");
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', quoteCharacter = '`', value = { "ann@d.example; [ann@d.example|null]",
			"  ann@d.example , bob@d.example ,; [ann@d.example|null][bob@d.example|null]",
			"Ann <ann@d.example>; [ann@d.example|\"Ann\"]", "<ann@d.example>; [ann@d.example|null]",
			"\"Doe, \\\"Ann\\\" \\\\ x\" <ann@d.example>; [ann@d.example|\"Doe, \\\"Ann\\\" \\\\ x\"]",
			"\"a <b>, c\" <ann@d.example>, Bob <bob@d.example>; [ann@d.example|\"a <b>, c\"][bob@d.example|\"Bob\"]",
			"Jörg Müller 😀 <j@d.example>; [j@d.example|\"Jörg Müller 😀\"]",
			"محمد <m@d.example>; [m@d.example|\"محمد\"]",
			"o'neil+tag/x=y!#$%&`*{}|~_^-@sub-domain.example; [o'neil+tag/x=y!#$%&`*{}|~_^-@sub-domain.example|null]",
			"root@localhost; [root@localhost|null]" })
	void readsWhatIsAnAddress(String to, String expected) {
		String id = send("To", to).json().get("MessageID").asString();
		StringBuilder found = new StringBuilder();
		for (JsonNode address : this.postmark.get("/messages/outbound/" + id + "/details").json().get("To")) {
			found.append("[" + address.get("Email").asString() + "|" + address.get("Name") + "]");
		}
		assertThat(found).hasToString(expected);
	}

	@Test
	void usesTheFirstOfSeveralSenders() {
		String id = send("From", "Shop <a@d.example>, b@d.example").json().get("MessageID").asString();
		assertThat(this.postmark.get("/messages/outbound/" + id + "/details").json().get("From").asString())
			.isEqualTo("\"Shop\" <a@d.example>");
	}

	@Test
	void bearsEndlessNonsense() {
		assertThat(send("To", "a@" + "b.".repeat(1_000_000)).error()).isEqualTo("422/300");
		assertThat(send("To", "a@" + "b".repeat(1_000_000)).status()).isEqualTo(200);
		assertThat(send("To", "<".repeat(1_000_000)).message()).hasSizeLessThan(400);
		assertThat(send("To", "\"".repeat(999_999)).error()).isEqualTo("422/300");
		assertThat(send("To", ",".repeat(1_000_000)).error()).isEqualTo("422/300");
		assertThat(send("To", "\\".repeat(1_000_000) + "😀".repeat(300)).error()).isEqualTo("422/300");
		assertThat(send("To", "x" + "😀".repeat(300)).error()).isEqualTo("422/300");
	}

	private Postmark.Answer send(String field, String value) {
		var message = JsonMapper.builder().build().createObjectNode();
		message.put("From", "shop@d.example").put("To", "to@d.example").put("TextBody", "x").put(field, value);
		return this.postmark.email(message.toString());
	}

}
