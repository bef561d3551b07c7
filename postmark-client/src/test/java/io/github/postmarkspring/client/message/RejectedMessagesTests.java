package io.github.postmarkspring.client.message;

import java.util.List;

import io.github.postmarkspring.client.Engine;
import io.github.postmarkspring.client.PostmarkClientFactory;
import io.github.postmarkspring.client.StubPostmark;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whether a message of many that was rejected is worth another try.
 */
class RejectedMessagesTests {

	private final StubPostmark postmark = new StubPostmark();

	private final PostmarkSender sender = PostmarkClientFactory.create(this.postmark.baseUrl(), Engine.JDK.builder())
		.sender(() -> "token", MessageDefaults.none());

	@AfterEach
	void stop() {
		this.postmark.close();
	}

	@ParameterizedTest
	@ValueSource(ints = { 10, 300, 400, 401, 402, 403, 405, 406, 409, 410, 411, 412, 413, 422, 1101, 1109, 1120, 1121,
			1122, 1123, 1235, 1236, 1480, 999_999 })
	void whatFailsAgainUntilSomebodyChangesSomethingIsPermanent(int code) {
		assertThat(rejectedWith(code).isRetryable()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(ints = { 100, 101 })
	void whatIsPostmarksOwnTroubleIsWorthAnotherTry(int code) {
		assertThat(rejectedWith(code).isRetryable()).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "429, 0, true", "503, 100, true", "401, 10, false", "403, 0, false", "413, 300, false",
			"415, 409, false", "422, 402, false", "422, 410, false" })
	void theWholeRequestIsJudgedLikeOneMessage(int status, int code, boolean retryable) {
		this.postmark.answer(status, "{ \"ErrorCode\": " + code + ", \"Message\": \"m\" }");
		assertThat(rejected().isRetryable()).isEqualTo(retryable);
	}

	@Test
	void whatIsWrongBeforeItIsSentIsPermanent() {
		Email broken = Email.builder().from("a@b.example").to("ann@mail.example").subject("No body").build();
		assertThat(this.sender.sendAll(List.of(broken)).rejected()).singleElement()
			.satisfies((item) -> assertThat(item.isRetryable()).isFalse());
		assertThat(this.postmark.received()).isEmpty();
	}

	private BatchItem.Rejected rejectedWith(int code) {
		this.postmark.answer(200, "[ { \"ErrorCode\": " + code + ", \"Message\": \"m\" } ]");
		BatchItem.Rejected rejected = rejected();
		assertThat(rejected.reason().errorCode()).isEqualTo(code);
		return rejected;
	}

	private BatchItem.Rejected rejected() {
		Email email = Email.builder().from("a@b.example").to("ann@mail.example").textBody("Hi").build();
		List<BatchItem.Rejected> rejected = this.sender.sendAll(List.of(email)).rejected();
		assertThat(rejected).hasSize(1);
		return rejected.get(0);
	}

}
