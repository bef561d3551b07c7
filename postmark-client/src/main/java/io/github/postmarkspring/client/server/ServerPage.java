package io.github.postmarkspring.client.server;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.postmarkspring.client.http.Lists;
import io.github.postmarkspring.client.page.Page;

/**
 * A page of servers.
 *
 * @param totalCount how many there are on all pages
 * @param servers the servers of this page
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/servers-api">Postmark: Servers
 * API</a>
 */
public record ServerPage(@JsonProperty("TotalCount") int totalCount,
		@JsonProperty("Servers") List<Server> servers) implements Page<Server> {

	public ServerPage {
		servers = Lists.copy(servers);
	}

	@Override
	public List<Server> items() {
		return this.servers;
	}

}
