package io.github.postmarkspring.sample.live;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Pages that show what happens listen here, and load themselves again when told to.
 */
@Controller
public class LivePages {

	private static final Duration UNTIL_THE_BROWSER_ASKS_AGAIN = Duration.ofMinutes(5);

	private final List<SseEmitter> pages = new CopyOnWriteArrayList<>();

	@GetMapping(path = "/changes", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
	SseEmitter changes() throws IOException {
		SseEmitter page = new SseEmitter(UNTIL_THE_BROWSER_ASKS_AGAIN.toMillis());
		page.onCompletion(() -> this.pages.remove(page));
		page.onTimeout(page::complete);
		this.pages.add(page);
		// What happened while the page was loading, too.
		page.send("changed");
		return page;
	}

	/**
	 * Tell all pages that something has changed.
	 */
	public void changed() {
		for (SseEmitter page : this.pages) {
			try {
				page.send("changed");
			}
			catch (IOException | IllegalStateException ex) {
				// It has been closed.
				this.pages.remove(page);
			}
		}
	}

}
