package io.github.postmarkspring.stores.vault;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import com.sun.net.httpserver.HttpExchange;
import io.github.postmarkspring.stores.SecretStore;
import io.github.postmarkspring.stores.StoreServer;
import io.github.postmarkspring.stores.StoreServer.Answer;

import org.springframework.context.ConfigurableApplicationContext;

/**
 * The paths of Vault's HTTP API that reading a secret takes.
 *
 * @see <a href="https://developer.hashicorp.com/vault/api-docs/secret/kv">Vault: KV
 * secrets engine</a>
 */
final class Vault implements SecretStore {

	private static final Answer NO_SUCH_SECRET = new Answer(404, "{\"errors\":[]}");

	private final String vaultToken = "hvs." + UUID.randomUUID();

	private final StoreServer server = StoreServer.http(this::answer, NO_SUCH_SECRET);

	private final Engine engine;

	private volatile String token;

	private volatile int version = 1;

	Vault(Engine engine, String token) {
		this.engine = engine;
		this.token = token;
	}

	@Override
	public void put(String token) {
		this.token = token;
		this.version++;
	}

	@Override
	public List<String> properties() {
		return this.engine.properties("http://localhost:" + this.server.port(), this.vaultToken);
	}

	@Override
	public void reread(ConfigurableApplicationContext context) {
		this.engine.reread(context);
	}

	@Override
	public void recover(ConfigurableApplicationContext context) {
		this.engine.recover(context);
	}

	@Override
	public Set<Failure> failures() {
		return this.engine.failures();
	}

	@Override
	public void fail(Failure failure) {
		this.server.fail(failure);
	}

	@Override
	public void heal() {
		this.server.heal();
	}

	@Override
	public Set<String> credentials() {
		return Set.of(this.vaultToken);
	}

	private Answer answer(HttpExchange exchange) {
		if (!this.vaultToken.equals(exchange.getRequestHeaders().getFirst("X-Vault-Token"))) {
			return new Answer(403, "{\"errors\":[\"permission denied\"]}");
		}
		String path = exchange.getRequestURI().getPath();
		if (path.equals("/v1/sys/internal/ui/mounts/secret/postmark")) {
			return new Answer(200, """
					{ "data": { "type": "kv", "path": "secret/", "options": { "version": "%s" } } }"""
				.formatted(this.engine.version()));
		}
		if (path.equals(this.engine.path())) {
			return new Answer(200, this.engine.secret(this.token, this.version));
		}
		return NO_SUCH_SECRET;
	}

	@Override
	public void close() {
		this.server.close();
	}

	/** What differs between the versions of the secrets engine. */
	interface Engine {

		String version();

		String path();

		String secret(String token, int version);

		List<String> properties(String uri, String vaultToken);

		Set<SecretStore.Failure> failures();

		void reread(ConfigurableApplicationContext context);

		void recover(ConfigurableApplicationContext context);

	}

}
