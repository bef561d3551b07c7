package io.github.postmarkspring.client.template;

import io.github.postmarkspring.client.error.PostmarkException;

import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.PutExchange;

/**
 * Pushes templates from one server of an account to another.
 *
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/templates-api">Postmark: Templates
 * API</a>
 */
public interface TemplatePush {

	/**
	 * Push the templates that have an alias, 100 at most.
	 * @param request from where to where, and whether in earnest
	 * @return what was done, or would be
	 * @throws PostmarkException if Postmark refuses or cannot be reached
	 */
	@PutExchange("/templates/push")
	PushResult push(@RequestBody PushRequest request);

}
