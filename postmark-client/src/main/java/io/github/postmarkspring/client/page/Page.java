package io.github.postmarkspring.client.page;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonAlias;
import io.github.postmarkspring.client.http.Lists;
import io.github.postmarkspring.client.http.PostmarkNames;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A page of a list.
 *
 * @param <T> the type of the items
 * @param totalCount how many items there are on all pages
 * @param items the items of this page, which Postmark calls by what they are
 * @since 0.1.0
 */
@JsonNaming(PostmarkNames.class)
public record Page<T>(int totalCount, @JsonAlias( {
		"Bounces", "Clicks", "Domains", "InboundMessages", "InboundRules", "Messages", "Opens", "SenderSignatures",
		"Servers", "Templates" }) List<T> items){

	public Page {
		items = Lists.copy(items);
	}

}
