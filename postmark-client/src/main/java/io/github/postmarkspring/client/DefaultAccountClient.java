package io.github.postmarkspring.client;

import java.util.function.Function;
import java.util.function.Supplier;

import io.github.postmarkspring.client.dataremoval.DataRemovals;
import io.github.postmarkspring.client.domain.Domains;
import io.github.postmarkspring.client.http.TokenSource;
import io.github.postmarkspring.client.server.Server;
import io.github.postmarkspring.client.server.ServerQuery;
import io.github.postmarkspring.client.server.Servers;
import io.github.postmarkspring.client.signature.SenderSignatures;
import io.github.postmarkspring.client.template.TemplatePush;

import org.springframework.util.Assert;

/**
 * Makes each resource when it is first asked for.
 */
class DefaultAccountClient implements PostmarkAccountClient {

	private final Resources resources;

	private final Function<TokenSource, PostmarkServerClient> serverClients;

	DefaultAccountClient(Resources resources, Function<TokenSource, PostmarkServerClient> serverClients) {
		this.resources = resources;
		this.serverClients = serverClients;
	}

	@Override
	public Servers servers() {
		return this.resources.get(Servers.class);
	}

	@Override
	public Domains domains() {
		return this.resources.get(Domains.class);
	}

	@Override
	public SenderSignatures senderSignatures() {
		return this.resources.get(SenderSignatures.class);
	}

	@Override
	public TemplatePush templatePush() {
		return this.resources.get(TemplatePush.class);
	}

	@Override
	public DataRemovals dataRemovals() {
		return this.resources.get(DataRemovals.class);
	}

	@Override
	public PostmarkServerClient serverClient(long serverId) {
		return serverClient(() -> token(servers().get(serverId)));
	}

	@Override
	public PostmarkServerClient serverClient(String serverName) {
		Assert.hasText(serverName, "'serverName' must not be blank");
		return serverClient(() -> token(find(serverName)));
	}

	private PostmarkServerClient serverClient(Supplier<String> token) {
		return this.serverClients.apply(new TokenOfAccount(token));
	}

	private Server find(String name) {
		return servers().stream(ServerQuery.create().name(name))
			.filter((server) -> name.equals(server.name()))
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("The account has no server '" + name + "'"));
	}

	private static String token(Server server) {
		Assert.state(!server.apiTokens().isEmpty(), () -> server + " has no token");
		return server.apiTokens().get(0);
	}

}
