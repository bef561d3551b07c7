package io.github.postmarkspring.client.server;

import io.github.postmarkspring.client.error.PostmarkException;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;

/**
 * The servers of an account.
 *
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/servers-api">Postmark: Servers
 * API</a>
 */
public interface Servers {

	/**
	 * List the servers.
	 * @param count how many to give, 1 to 500
	 * @param offset how many to pass over
	 * @return a page of servers
	 * @throws IllegalArgumentException if {@code count} or {@code offset} is out of range
	 * @throws PostmarkException if Postmark refuses or cannot be reached
	 */
	default ServerPage list(int count, int offset) {
		return list(count, offset, null);
	}

	/**
	 * List the servers whose names contain something.
	 * @param count how many to give, 1 to 500
	 * @param offset how many to pass over
	 * @param name what the name contains, or {@code null} for all
	 * @return a page of servers
	 * @throws IllegalArgumentException if {@code count} or {@code offset} is out of range
	 * @throws PostmarkException if Postmark refuses or cannot be reached
	 */
	default ServerPage list(int count, int offset, @Nullable String name) {
		Assert.isTrue(count >= 1 && count <= 500, () -> "'count' must be 1 to 500, not " + count);
		Assert.isTrue(offset >= 0, () -> "'offset' must not be negative, not " + offset);
		return find(count, offset, name);
	}

	/**
	 * The call itself, whose parameters are not checked: use {@link #list}.
	 * @param count how many to give
	 * @param offset how many to pass over
	 * @param name what the name contains, or {@code null} for all
	 * @return a page of servers
	 */
	@GetExchange("/servers")
	ServerPage find(@RequestParam int count, @RequestParam int offset,
			@RequestParam(required = false) @Nullable String name);

}
