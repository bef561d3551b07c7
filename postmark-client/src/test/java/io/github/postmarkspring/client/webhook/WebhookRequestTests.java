package io.github.postmarkspring.client.webhook;

import java.nio.ByteBuffer;
import java.nio.ReadOnlyBufferException;

import org.junit.jupiter.api.Test;

import org.springframework.http.HttpHeaders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class WebhookRequestTests {

	@Test
	void headersCannotBeChangedThroughTheView() {
		HttpHeaders headers = new HttpHeaders();
		headers.add("X-Webhook-Secret", "first");
		WebhookRequest request = new WebhookRequest("POST", "/", headers, null, null);
		assertThat(request.headers().get("x-webhook-secret")).containsExactly("first");
		assertThatExceptionOfType(UnsupportedOperationException.class)
			.isThrownBy(() -> request.headers().add("X-Webhook-Secret", "second"));
		assertThatExceptionOfType(UnsupportedOperationException.class)
			.isThrownBy(() -> request.headers().getOrEmpty("X-Webhook-Secret").add("second"));
	}

	@Test
	void theBodyIsSeenWithoutACopyAndCannotBeChanged() {
		byte[] bytes = { 1, 2, 3 };
		WebhookRequest request = Requests.with().withBody(bytes);
		ByteBuffer body = request.body();
		assertThat(body).isNotNull();
		body.get();
		assertThat(request.body()).isEqualTo(ByteBuffer.wrap(bytes));
		assertThatExceptionOfType(ReadOnlyBufferException.class).isThrownBy(() -> body.put((byte) 9));
	}

	@Test
	void aBodyThatWasNotReadIsNotAnEmptyOne() {
		assertThat(Requests.with().body()).isNull();
		assertThat(Requests.with().withBody(new byte[0]).body()).isEqualTo(ByteBuffer.allocate(0));
	}

	@Test
	void itsTextIsOneLineOfMethodAndPathOnly() {
		HttpHeaders headers = new HttpHeaders();
		headers.add("Authorization", "Basic c2VjcmV0");
		WebhookRequest request = new WebhookRequest("POST", "/a\r\nb", headers, "203.0.113.7", "secret".getBytes());
		assertThat(request).hasToString("POST /a b");
	}

}
