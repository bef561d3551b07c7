package io.github.postmarkspring.boot.autoconfigure.webhook;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * What a controller gets behaves as the servlet specification says.
 */
class VerifiedRequestTests {

	private final MockHttpServletRequest original = new MockHttpServletRequest();

	private final VerifiedRequest request = new VerifiedRequest(this.original, "body".getBytes(),
			Set.of("Authorization", "X-Webhook-Secret"));

	@Test
	void theLengthIsThatOfTheBody() {
		assertThat(this.request.getContentLength()).isEqualTo(4);
		assertThat(this.request.getContentLengthLong()).isEqualTo(4);
	}

	@Test
	void theBodyIsReadAsBytesOrAsTextAndNotAsBoth() throws IOException {
		ServletInputStream in = this.request.getInputStream();
		assertThat(this.request.getInputStream()).isSameAs(in);
		assertThat(in.read()).isEqualTo('b');
		assertThatIllegalStateException().isThrownBy(this.request::getReader);

		VerifiedRequest other = new VerifiedRequest(this.original, "body".getBytes(), Set.of());
		assertThat(other.getReader().readLine()).isEqualTo("body");
		assertThatIllegalStateException().isThrownBy(other::getInputStream);
	}

	@Test
	void aListenerIsToldOfTheBodyAndOfItsEnd() {
		ServletInputStream in = this.request.getInputStream();
		List<String> told = new ArrayList<>();
		in.setReadListener(new ReadListener() {

			@Override
			public void onDataAvailable() throws IOException {
				assertThat(in.isReady()).isTrue();
				told.add(new String(in.readAllBytes()));
			}

			@Override
			public void onAllDataRead() {
				told.add("end");
			}

			@Override
			public void onError(Throwable failure) {
				told.add(failure.toString());
			}

		});
		assertThat(told).containsExactly("body", "end");
		assertThat(in.isFinished()).isTrue();
	}

	@Test
	void aHiddenHeaderIsGoneHoweverItIsAskedFor() {
		this.original.addHeader("x-webhook-secret", "12");
		assertThat(this.request.getHeader("X-Webhook-Secret")).isNull();
		assertThat(this.request.getIntHeader("X-WEBHOOK-SECRET")).isEqualTo(-1);
		assertThat(this.request.getDateHeader("x-webhook-secret")).isEqualTo(-1);
		assertThat(this.request.getHeaders("x-webhook-secret").hasMoreElements()).isFalse();
		assertThat(this.request.getHeaderNames().hasMoreElements()).isFalse();
	}

}
