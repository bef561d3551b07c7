package io.github.postmarkspring.boot.autoconfigure.webhook;

import java.util.ArrayList;
import java.util.List;

import jakarta.servlet.AsyncEvent;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockAsyncContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How a controller ends that answers later.
 */
class AsyncEndTests {

	private final List<Boolean> failed = new ArrayList<>();

	private final AsyncEnd end = new AsyncEnd(this.failed::add);

	private final MockAsyncContext context = new MockAsyncContext(new MockHttpServletRequest(),
			new MockHttpServletResponse());

	private final AsyncEvent event = new AsyncEvent(this.context);

	@Test
	void anAnswerIsNoFailure() {
		this.end.onComplete(this.event);
		assertThat(this.failed).containsExactly(false);
	}

	@Test
	void noAnswerInTimeIsAFailure() {
		this.end.onTimeout(this.event);
		this.end.onComplete(this.event);
		assertThat(this.failed).containsExactly(true);
	}

	@Test
	void anErrorIsAFailure() {
		this.end.onError(this.event);
		this.end.onComplete(this.event);
		assertThat(this.failed).containsExactly(true);
	}

	@Test
	void aControllerThatPutsItOffOnceMoreIsWaitedFor() {
		this.end.onStartAsync(this.event);
		assertThat(this.context.getListeners()).containsExactly(this.end);
	}

}
