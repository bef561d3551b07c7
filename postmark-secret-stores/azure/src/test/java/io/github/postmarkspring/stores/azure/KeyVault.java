package io.github.postmarkspring.stores.azure;

import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.sun.net.httpserver.HttpExchange;
import io.github.postmarkspring.stores.SecretStore;
import io.github.postmarkspring.stores.StoreServer;
import io.github.postmarkspring.stores.StoreServer.Answer;
import reactor.core.publisher.Mono;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.bootstrap.BootstrapRegistry.InstanceSupplier;
import org.springframework.cloud.context.refresh.ContextRefresher;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The calls of Azure Key Vault that listing and reading secrets take.
 *
 * @see <a href=
 * "https://learn.microsoft.com/rest/api/keyvault/secrets/get-secret/get-secret">Azure:
 * Get Secret</a>
 */
final class KeyVault implements SecretStore {

	/** What the client asks for in place of {@code postmark.server-token}. */
	private static final String NAME = "postmark-servertoken";

	private static final Answer NO_SUCH_SECRET = new Answer(404, """
			{ "error": { "code": "SecretNotFound", "message": "There is no such secret." } }""");

	private final String accessToken = UUID.randomUUID().toString();

	private final StoreServer server = StoreServer.https(LoopbackCertificate.tls(), this::answer, NO_SUCH_SECRET);

	private volatile String token;

	KeyVault(String token) {
		this.token = token;
	}

	@Override
	public void put(String token) {
		this.token = token;
	}

	@Override
	public List<String> properties() {
		String source = "spring.cloud.azure.keyvault.secret.property-sources[0].";
		return List.of(source + "endpoint=" + endpoint(), source + "refresh-interval=500ms",
				source + "challenge-resource-verification-enabled=false",
				"spring.cloud.azure.compatibility-verifier.compatible-boot-versions=4.1.x");
	}

	@Override
	public void prepare(SpringApplication application) {
		TokenCredential credential = (request) -> Mono
			.just(new AccessToken(this.accessToken, OffsetDateTime.now().plusHours(1)));
		application.addBootstrapRegistryInitializer(
				(registry) -> registry.register(TokenCredential.class, InstanceSupplier.of(credential)));
	}

	@Override
	public void reread(ConfigurableApplicationContext context) {
		this.server.awaitPoll(context, this.token);
	}

	/** The timer of the client ends with the first failure, for good. */
	@Override
	public void recover(ConfigurableApplicationContext context) {
		context.getBean(ContextRefresher.class).refresh();
	}

	@Override
	public Set<Failure> failures() {
		return EnumSet.of(Failure.ERROR, Failure.DROPPED, Failure.GAP);
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
		return Set.of(this.accessToken);
	}

	private Answer answer(HttpExchange exchange) {
		if (!("Bearer " + this.accessToken).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
			return new Answer(401, "{ \"error\": { \"code\": \"Unauthorized\" } }",
					Map.of("WWW-Authenticate", "Bearer authorization=\"https://login.microsoftonline.com/tenant\", "
							+ "resource=\"https://vault.azure.net\""));
		}
		String path = exchange.getRequestURI().getPath();
		String id = endpoint() + "/secrets/" + NAME;
		if (path.equals("/secrets")) {
			return new Answer(200, """
					{ "value": [ { "id": "%s", "attributes": { "enabled": true } } ], "nextLink": null }"""
				.formatted(id));
		}
		if (path.startsWith("/secrets/" + NAME)) {
			return new Answer(200, """
					{ "value": "%s", "id": "%s/%s", "attributes": { "enabled": true } }""".formatted(this.token, id,
					UUID.randomUUID().toString().replace("-", "")));
		}
		return NO_SUCH_SECRET;
	}

	private String endpoint() {
		return "https://localhost:" + this.server.port();
	}

	@Override
	public void close() {
		this.server.close();
	}

}
