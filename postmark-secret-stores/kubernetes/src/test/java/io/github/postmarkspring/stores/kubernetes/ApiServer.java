package io.github.postmarkspring.stores.kubernetes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import com.sun.net.httpserver.HttpExchange;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Replaceable;
import io.fabric8.kubernetes.client.server.mock.KubernetesCrudDispatcher;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.fabric8.mockwebserver.Context;
import io.fabric8.mockwebserver.MockWebServer;
import io.github.postmarkspring.stores.SecretStore;
import io.github.postmarkspring.stores.StoreServer;
import io.github.postmarkspring.stores.StoreServer.Answer;

import org.springframework.context.ConfigurableApplicationContext;

/**
 * The API server of a cluster, behind something that can fail. A file tells clients where
 * it is, as it does on the machine of a developer.
 */
final class ApiServer implements SecretStore {

	/** Where the variable KUBECONFIG of the tests points. */
	private static final Path CONFIG = Path.of("target", "kubeconfig");

	private static final Answer NO_SECRETS = new Answer(200, """
			{ "kind": "SecretList", "apiVersion": "v1", "metadata": {}, "items": [] }""");

	private final String accessToken = UUID.randomUUID().toString();

	private final HttpClient http = HttpClient.newHttpClient();

	private final KubernetesMockServer cluster = new KubernetesMockServer(new Context(), new MockWebServer(),
			new HashMap<>(), new KubernetesCrudDispatcher(), false);

	private final KubernetesClient administrator;

	private String token = "";

	private final StoreServer server = StoreServer.http(this::answer, NO_SECRETS);

	ApiServer(String token) {
		this.cluster.init(InetAddress.getLoopbackAddress(), 0);
		this.administrator = this.cluster.createClient();
		put(token);
		configureClients();
	}

	@Override
	public void put(String token) {
		this.token = token;
		String encoded = Base64.getEncoder().encodeToString(token.getBytes(StandardCharsets.UTF_8));
		this.administrator.secrets()
			.inNamespace("default")
			.resource(new SecretBuilder().withNewMetadata()
				.withName("postmark")
				.withNamespace("default")
				.endMetadata()
				.addToData("postmark.server-token", encoded)
				.build())
			.createOr(Replaceable::update);
	}

	@Override
	public List<String> properties() {
		return List.of("spring.main.cloud-platform=kubernetes", "spring.config.import=kubernetes:",
				"spring.application.name=shop", "spring.cloud.kubernetes.client.namespace=default",
				"spring.cloud.kubernetes.config.enabled=false", "spring.cloud.kubernetes.secrets.enabled=true",
				"spring.cloud.kubernetes.secrets.enable-api=true", "spring.cloud.kubernetes.secrets.name=postmark",
				"spring.cloud.kubernetes.reload.enabled=true", "spring.cloud.kubernetes.reload.monitoring-secrets=true",
				"spring.cloud.kubernetes.reload.monitoring-config-maps=false",
				"spring.cloud.kubernetes.reload.mode=polling", "spring.cloud.kubernetes.reload.period=500",
				// What the stand-in logs is not the application's.
				"logging.level.io.fabric8=info");
	}

	@Override
	public void reread(ConfigurableApplicationContext context) {
		this.server.awaitPoll(context, this.token);
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
			return new Answer(401, "{ \"kind\": \"Status\", \"code\": 401 }");
		}
		URI uri = URI.create("http://localhost:" + this.cluster.getPort() + exchange.getRequestURI());
		try {
			HttpResponse<String> response = this.http.send(HttpRequest.newBuilder(uri).build(),
					BodyHandlers.ofString());
			return new Answer(response.statusCode(), response.body());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void configureClients() {
		try {
			Files.writeString(CONFIG, """
					apiVersion: v1
					kind: Config
					clusters:
					- name: local
					  cluster:
					    server: http://localhost:%d
					users:
					- name: shop
					  user:
					    token: %s
					contexts:
					- name: local
					  context:
					    cluster: local
					    user: shop
					current-context: local
					""".formatted(this.server.port(), this.accessToken));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		this.administrator.close();
		this.server.close();
		this.cluster.destroy();
	}

}
