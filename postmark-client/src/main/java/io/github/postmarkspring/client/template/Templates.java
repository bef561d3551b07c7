package io.github.postmarkspring.client.template;

import io.github.postmarkspring.client.page.Page;
import java.util.stream.Stream;

import io.github.postmarkspring.client.error.PostmarkException;
import io.github.postmarkspring.client.page.Pages;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/**
 * The templates of a server.
 *
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/templates-api">Postmark: Templates
 * API</a>
 */
public interface Templates {

	/**
	 * List templates.
	 * @param query what to look for
	 * @return a page of templates
	 * @throws IllegalArgumentException if the query cannot be asked
	 * @throws PostmarkException if Postmark refuses or cannot be reached
	 */
	@GetExchange("/templates")
	Page<TemplateSummary> list(TemplateQuery query);

	/**
	 * Read a template by its alias.
	 * @param idOrAlias the alias, or the id as text
	 * @return the template
	 * @throws IllegalArgumentException if an id is blank
	 * @throws PostmarkException if Postmark refuses or cannot be reached
	 */
	@GetExchange("/templates/{idOrAlias}")
	Template get(@PathVariable String idOrAlias);

	/**
	 * Create a template.
	 * @param template the template
	 * @return the template as created
	 * @throws PostmarkException if Postmark refuses or cannot be reached
	 */
	@PostExchange("/templates")
	TemplateSummary create(@RequestBody NewTemplate template);

	/**
	 * Change a template.
	 * @param idOrAlias the alias, or the id as text
	 * @param change what to change
	 * @return the template as changed
	 * @throws IllegalArgumentException if an id is blank
	 * @throws PostmarkException if Postmark refuses or cannot be reached
	 */
	@PutExchange("/templates/{idOrAlias}")
	TemplateSummary edit(@PathVariable String idOrAlias, @RequestBody TemplateChange change);

	/**
	 * Delete a template. A layout that is in use stays.
	 * @param idOrAlias the alias, or the id as text
	 * @throws IllegalArgumentException if an id is blank
	 * @throws PostmarkException if Postmark refuses or cannot be reached
	 */
	@DeleteExchange("/templates/{idOrAlias}")
	void delete(@PathVariable String idOrAlias);

	/**
	 * Validate content and render it.
	 * @param trial the content
	 * @return what became of it
	 * @throws PostmarkException if Postmark refuses or cannot be reached
	 */
	@PostExchange("/templates/validate")
	TemplateValidation validate(@RequestBody TemplateTrial trial);

	/**
	 * Stream the templates of all pages, each fetched when it is reached.
	 * @param query what to look for, where to begin and how large a page is
	 * @return the templates
	 * @see Pages#stream
	 */
	default Stream<TemplateSummary> stream(TemplateQuery query) {
		return Pages.stream(query, this::list);
	}

	/**
	 * Read a template by its id.
	 * @param id the id
	 * @return the template
	 * @throws PostmarkException if Postmark refuses or cannot be reached
	 */
	default Template get(long id) {
		return get(Long.toString(id));
	}

	/**
	 * Change a template by its id.
	 * @param id the id
	 * @param change what to change
	 * @return the template as changed
	 * @throws PostmarkException if Postmark refuses or cannot be reached
	 */
	default TemplateSummary edit(long id, TemplateChange change) {
		return edit(Long.toString(id), change);
	}

	/**
	 * Delete a template by its id.
	 * @param id the id
	 * @throws PostmarkException if Postmark refuses or cannot be reached
	 */
	default void delete(long id) {
		delete(Long.toString(id));
	}

}
