package io.github.postmarkspring.client.bounce;

import io.github.postmarkspring.client.page.Page;
import java.util.stream.Stream;

import io.github.postmarkspring.client.error.PostmarkException;
import io.github.postmarkspring.client.page.PageLimitException;
import io.github.postmarkspring.client.page.Pages;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PutExchange;

/**
 * The bounces of a server, and the addresses they made inactive.
 *
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/bounce-api">Postmark: Bounce
 * API</a>
 */
public interface Bounces {

	/**
	 * Count the bounces by type.
	 * @return the counts
	 * @throws PostmarkException if Postmark refuses or cannot be reached
	 */
	@GetExchange("/deliverystats")
	DeliveryStats deliveryStats();

	/**
	 * List bounces.
	 * @param query what to look for
	 * @return a page of bounces
	 * @throws IllegalArgumentException if the query cannot be asked
	 * @throws PostmarkException if Postmark refuses or cannot be reached
	 */
	@GetExchange("/bounces")
	Page<Bounce> list(BounceQuery query);

	/**
	 * Read a bounce.
	 * @param bounceId the id
	 * @return the bounce with its content
	 * @throws PostmarkException if Postmark refuses or cannot be reached
	 */
	@GetExchange("/bounces/{bounceId}")
	Bounce get(@PathVariable long bounceId);

	/**
	 * Read the raw mail of a bounce.
	 * @param bounceId the id
	 * @return the raw mail
	 * @throws PostmarkException if Postmark refuses or cannot be reached
	 */
	@GetExchange("/bounces/{bounceId}/dump")
	BounceDump dump(@PathVariable long bounceId);

	/**
	 * Make the address of a bounce active again, so that mail is sent to it.
	 * @param bounceId the id
	 * @return the bounce, no longer inactive
	 * @throws PostmarkException if Postmark refuses or cannot be reached
	 */
	@PutExchange("/bounces/{bounceId}/activate")
	BounceActivation activate(@PathVariable long bounceId);

	/**
	 * Stream the bounces of all pages, each fetched when it is reached.
	 * @param query what to look for, where to begin and how large a page is
	 * @return the bounces. After 10,000 rows the stream ends with a
	 * {@link PageLimitException} if there are more
	 * @see Pages#stream
	 */
	default Stream<Bounce> stream(BounceQuery query) {
		return Pages.stream(query, this::list);
	}

	/**
	 * Stream the bounces of a period, however many there are: the period is halved until
	 * each part has few enough rows.
	 * @param query what to look for, with both {@code from} and {@code to}
	 * @return the bounces, those of the latest part first
	 * @throws IllegalArgumentException if the period is open
	 * @see Pages#sliced
	 */
	default Stream<Bounce> sliced(BounceQuery query) {
		return Pages.sliced(query, this::list);
	}

}
