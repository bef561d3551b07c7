package io.github.postmarkspring.emulator.mailbox;

import io.github.postmarkspring.emulator.Postmark;
import io.github.postmarkspring.emulator.Receiver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static io.github.postmarkspring.emulator.Postmark.eventually;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Mail to the application, written and looked at on the page.
 */
class ReceivedTests {

	private static final String API = "/mailbox/api/inbound";

	private static final String MAIL = """
			{ "from": "Ann <ann@mail.example>", "to": "f00dcafe+order42@inbound.postmarkapp.com", "subject": "Hi <b>",
			  "text": "Hello", "attachment": { "name": "../note.txt", "contentType": "text/plain", "content": "aGVsbG8=" } }""";

	@RegisterExtension
	final Postmark postmark = new Postmark();

	@RegisterExtension
	final Receiver receiver = new Receiver();

	@Test
	void postsWhatIsWrittenOnThePage() {
		setHook();
		String id = write(MAIL).json().get("id").asString();
		JsonNode posted = this.receiver.take().json();
		assertThat(posted.get("MessageID").asString()).isEqualTo(id);
		assertThat(posted.get("FromName").asString()).isEqualTo("Ann");
		assertThat(posted.get("MailboxHash").asString()).isEqualTo("order42");
		assertThat(posted.get("Subject").asString()).isEqualTo("Hi <b>");
		assertThat(posted.at("/Attachments/0/Content").asString()).isEqualTo("aGVsbG8=");
		eventually(() -> assertThat(get("/" + id).get("status").asString()).isEqualTo("Processed"));
		JsonNode mail = get("/" + id);
		assertThat(mail.get("text").asString()).isEqualTo("Hello");
		assertThat(mail.at("/attachments/0/name").asString()).isEqualTo("_note.txt");
		assertThat(mail.at("/attempts/0/outcome").asString()).isEqualTo("ACCEPTED");
	}

	@Test
	void listsWhatCameInAndSaysWhenNothingHasChanged() {
		assertThat(get("").get("hook").isNull()).isTrue();
		write(MAIL);
		JsonNode list = get("");
		assertThat(list.get("address").asString()).isEqualTo("f00dcafe@inbound.postmarkapp.com");
		assertThat(list.get("total").asInt()).isEqualTo(1);
		assertThat(list.at("/messages/0/from/name").asString()).isEqualTo("Ann");
		assertThat(list.at("/messages/0/from/email").asString()).isEqualTo("ann@mail.example");
		assertThat(list.at("/messages/0/status").asString()).isEqualTo("Processed");
		assertThat(list.at("/messages/0/hash").asString()).isEqualTo("order42");
		String since = "?since=" + list.get("version").asString();
		assertThat(get(since).has("messages")).isFalse();
		setHook();
		assertThat(get(since).get("hook").asString()).isEqualTo(this.receiver.url("/in"));
		this.postmark.emulator().control().reset();
		assertThat(get(since).get("total").asInt()).isZero();
	}

	@Test
	void triesAgainWhatHasFailed() {
		setHook();
		this.receiver.next(403);
		String id = write(MAIL).json().get("id").asString();
		eventually(() -> assertThat(get("/" + id).get("status").asString()).isEqualTo("Failed"));
		assertThat(this.postmark.post(API + "/" + id + "/retry", "").status()).isEqualTo(200);
		eventually(() -> assertThat(get("/" + id).get("status").asString()).isEqualTo("Processed"));
		assertThat(this.postmark.post(API + "/" + id + "/retry", "").error()).isEqualTo("422/701");
		assertThat(this.postmark.post(API + "/x/retry", "").status()).isEqualTo(404);
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', quoteCharacter = '`',
			value = { "{}; 422/300", "{\"from\":\"nobody\",\"to\":\"a@b.example\"}; 422/300",
					"{\"from\":\"a@b.example\"}; 422/300",
					"{\"from\":\"a@b.example\",\"to\":\"a@b.example\",\"attachment\":{\"content\":\"?\"}}; 400/400",
					"{\"from\":1}; 422/403", "x; 422/402" })
	void saysWhatIsWrongWithTheForm(String body, String error) {
		assertThat(write(body).error()).isEqualTo(error);
	}

	private void setHook() {
		this.postmark.server("PUT", "/server", "{\"InboundHookUrl\":\""
				+ this.receiver.url("/in?key=s3cret").replace("http://", "http://pm:s3cret@") + "\"}");
	}

	private Postmark.Answer write(String body) {
		return this.postmark.post(API, body, "Content-Type", "application/json");
	}

	private JsonNode get(String path) {
		return this.postmark.get(API + path, "Accept", "*/*").json();
	}

}
