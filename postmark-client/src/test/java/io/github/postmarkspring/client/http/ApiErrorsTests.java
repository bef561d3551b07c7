package io.github.postmarkspring.client.http;

import java.util.Map;
import java.util.Set;

import io.github.postmarkspring.client.error.InactiveRecipientsException;
import io.github.postmarkspring.client.error.InvalidMessageException;
import io.github.postmarkspring.client.error.InvalidTokenException;
import io.github.postmarkspring.client.error.PostmarkApiException;
import io.github.postmarkspring.client.error.PostmarkUnavailableException;
import io.github.postmarkspring.client.error.RateLimitedException;
import io.github.postmarkspring.client.error.SendingNotAllowedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every error code of Postmark's reference, as the exception it becomes.
 */
class ApiErrorsTests {

	@ParameterizedTest
	@ValueSource(ints = { 11, 300, 402, 403, 410, 411, 1101, 1109, 1120, 1121, 1122, 1123, 1235, 1236 })
	void aMessageThatCannotBeSentAsItIs(int code) {
		assertThat(ofSend(code)).isExactlyInstanceOf(InvalidMessageException.class);
	}

	@ParameterizedTest
	@ValueSource(ints = { 400, 401, 405, 412, 413, 422, 1480 })
	void aSenderWhoMayNotSend(int code) {
		assertThat(ofSend(code)).isExactlyInstanceOf(SendingNotAllowedException.class);
	}

	@Test
	void aRefusedAddressOfTheCallerIsSaidTogetherWithWhatToDo() {
		assertThat(ofSend(1480)).hasMessageContainingAll("ErrorCode 1480: text", "add it there", "proxy");
		assertThat(ofSend(1480).apiMessage()).isEqualTo("text");
		assertThat(withStatus(HttpStatus.FORBIDDEN)).hasMessageContainingAll("HTTP 403", "add it there", "proxy");
	}

	@ParameterizedTest
	@ValueSource(ints = { 400, 401, 405, 412, 413, 422 })
	void noOtherReasonIsSaidToBeTheAddress(int code) {
		assertThat(ofSend(code)).hasMessageEndingWith("ErrorCode " + code + ": text");
	}

	@Test
	void recipientsWhoAreSuppressed() {
		assertThat(ofSend(406)).isExactlyInstanceOf(InactiveRecipientsException.class);
	}

	@Test
	void aTokenThatIsNotAccepted() {
		assertThat(ofSend(10)).isExactlyInstanceOf(InvalidTokenException.class);
		assertThat(of(10)).isExactlyInstanceOf(InvalidTokenException.class);
		assertThat(ApiErrors.of(HttpStatus.UNAUTHORIZED, 0, "", null, Map.of()))
			.isExactlyInstanceOf(InvalidTokenException.class);
	}

	@Test
	void maintenance() {
		assertThat(ofSend(100)).isExactlyInstanceOf(PostmarkUnavailableException.class);
		assertThat(of(100)).isExactlyInstanceOf(PostmarkUnavailableException.class);
	}

	@ParameterizedTest
	@ValueSource(ints = { 12, 13, 14, 101, 409, 600, 601, 602, 603, 604, 605, 606, 607, 608, 609, 610, 611, 612, 613,
			614, 615, 700, 701, 702, 703, 709, 800, 809, 810, 811, 812, 813, 900, 1000, 1001, 1002, 1003, 1105, 1124,
			1125, 1130, 1131, 1220, 1226, 1300, 1301, 1302, 1350, 1364, 1400, 1411, 1450, 1460, 1500, 1501, 1502, 500,
			501, 502, 503, 504, 505, 506, 507, 508, 510, 511, 512, 513, 514, 515, 516, 520, 521, 522, 523, 999_999 })
	void everyOtherCodeIsKept(int code) {
		assertThat(ofSend(code)).isExactlyInstanceOf(PostmarkApiException.class);
		assertThat(ofSend(code).errorCode()).isEqualTo(code);
		assertThat(of(code)).isExactlyInstanceOf(PostmarkApiException.class);
	}

	@ParameterizedTest
	@ValueSource(ints = { 11, 300, 400, 401, 402, 403, 405, 406, 410, 411, 412, 413, 422, 1101, 1120 })
	void outsideOfSendingACodeOfSendingSaysNothingOfAMessage(int code) {
		assertThat(of(code)).isExactlyInstanceOf(PostmarkApiException.class);
	}

	@Test
	void theStatusDecidesWhereThereIsNoCode() {
		assertThat(withStatus(HttpStatus.TOO_MANY_REQUESTS)).isExactlyInstanceOf(RateLimitedException.class);
		assertThat(withStatus(HttpStatus.UNAUTHORIZED)).isExactlyInstanceOf(InvalidTokenException.class);
		assertThat(withStatus(HttpStatus.FORBIDDEN)).isExactlyInstanceOf(SendingNotAllowedException.class);
		assertThat(withStatus(HttpStatus.CONTENT_TOO_LARGE)).isExactlyInstanceOf(PostmarkApiException.class);
		assertThat(withStatus(HttpStatus.UNSUPPORTED_MEDIA_TYPE)).isExactlyInstanceOf(PostmarkApiException.class);
		assertThat(withStatus(HttpStatus.NOT_FOUND)).isExactlyInstanceOf(PostmarkApiException.class);
	}

	@Test
	void theCodeCountsBeforeTheStatusWhoseNumberItMayShare() {
		PostmarkApiException ex = ApiErrors.ofSend(HttpStatus.UNPROCESSABLE_CONTENT, 401, "unconfirmed", null,
				Map.of());
		assertThat(ex).isExactlyInstanceOf(SendingNotAllowedException.class);
	}

	@Test
	void inactiveAddressesAreFoundInEveryWordingOfPostmarks() {
		assertThat(InactiveAddresses.in("""
				You tried to send to a recipient that has been marked as inactive.
				Found inactive addresses: a@x.example, b@x.example.
				Inactive recipients are ones that have generated a hard bounce or a spam complaint. """))
			.isEqualTo(Set.of("a@x.example", "b@x.example"));
		assertThat(InactiveAddresses.in("""
				You tried to send to recipient(s) that have been marked as inactive. \
				Found inactive addresses: A@X.example. Inactive recipients are ones that have generated a hard bounce, \
				a spam complaint, or a manual suppression.""")).containsExactly("a@x.example");
		assertThat(InactiveAddresses
			.in("Message OK, but will not deliver to these inactive addresses: a@x.example, b@x.example."))
			.containsExactly("a@x.example", "b@x.example");
		assertThat(InactiveAddresses.in("Message OK, but will not deliver to these inactive addresses: a@x.example"))
			.containsExactly("a@x.example");
		assertThat(InactiveAddresses.in("OK")).isEmpty();
	}

	private static PostmarkApiException ofSend(int code) {
		return ApiErrors.ofSend(HttpStatus.UNPROCESSABLE_CONTENT, code, "text", null, Map.of());
	}

	private static PostmarkApiException of(int code) {
		return ApiErrors.of(HttpStatus.UNPROCESSABLE_CONTENT, code, "text", null, Map.of());
	}

	private static PostmarkApiException withStatus(HttpStatusCode status) {
		return ApiErrors.ofSend(status, 0, "", null, Map.of());
	}

}
