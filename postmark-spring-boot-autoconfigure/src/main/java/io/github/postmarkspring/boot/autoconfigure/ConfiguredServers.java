package io.github.postmarkspring.boot.autoconfigure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.postmarkspring.client.PostmarkServer;
import io.github.postmarkspring.client.PostmarkServerClient;
import io.github.postmarkspring.client.PostmarkServers;
import io.github.postmarkspring.client.message.PostmarkSender;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.util.Assert;
import org.springframework.util.ConcurrentLruCache;

/**
 * The beans of the configured servers, and clients for tokens of tenants.
 */
class ConfiguredServers implements PostmarkServers {

	private final BeanFactory beanFactory;

	private final Map<String, TokenKey> servers = new LinkedHashMap<>();

	private final ConcurrentLruCache<String, PostmarkServer> tenants;

	ConfiguredServers(BeanFactory beanFactory, List<TokenKey> servers, TokenClients clients, int maxTenants) {
		this.beanFactory = beanFactory;
		servers.forEach((server) -> this.servers.put(server.id(), server));
		this.tenants = new ConcurrentLruCache<>(maxTenants, (token) -> new PostmarkServer("",
				clients.tenantSender(() -> token), clients.serverClient(() -> token)));
	}

	@Override
	public Set<String> names() {
		return Set.copyOf(this.servers.keySet());
	}

	@Override
	public PostmarkServer get(String name) {
		TokenKey server = this.servers.get(name);
		// Not shown, because it may be a token.
		Assert.notNull(server, () -> "There is no server of this name, but " + this.servers.keySet()
				+ "; the server of a token is what 'forToken' returns");
		return new PostmarkServer(name, this.beanFactory.getBean(ServerBeans.senderName(server), PostmarkSender.class),
				this.beanFactory.getBean(ServerBeans.clientName(server), PostmarkServerClient.class));
	}

	@Override
	public PostmarkServer forToken(String token) {
		Assert.hasText(token, "'token' must not be blank");
		return this.tenants.get(token);
	}

	@Override
	public void forget(String token) {
		this.tenants.remove(token);
	}

	int tenantsKept() {
		return this.tenants.size();
	}

}
