package io.github.postmarkspring.client.server;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A page of a list of servers.
 *
 * @param totalCount how many servers there are on all pages
 * @param servers the servers of this page
 * @since 0.1.0
 * @see Servers#list
 */
public record ServerPage(@JsonProperty("TotalCount") int totalCount, @JsonProperty("Servers") List<Server> servers) {

	public ServerPage {
		servers = (servers != null) ? List.copyOf(servers) : List.of();
	}

}
