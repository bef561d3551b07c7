package io.github.postmarkspring.stores.aws;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import com.sun.net.httpserver.HttpExchange;
import io.github.postmarkspring.stores.SecretStore;
import io.github.postmarkspring.stores.StoreServer;
import io.github.postmarkspring.stores.StoreServer.Answer;

import org.springframework.context.ConfigurableApplicationContext;

/**
 * The one call of the API of AWS Secrets Manager that reading a secret takes.
 *
 * @see <a href=
 * "https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetSecretValue.html">AWS:
 * GetSecretValue</a>
 */
final class SecretsManager implements SecretStore {

	private static final Answer NO_SUCH_SECRET = new Answer(400,
			"""
					{ "__type": "ResourceNotFoundException", "Message": "Secrets Manager can't find the specified secret." }""");

	private final String secretKey = UUID.randomUUID().toString();

	private final StoreServer server = StoreServer.http(this::answer, NO_SUCH_SECRET);

	private volatile String token;

	SecretsManager(String token) {
		this.token = token;
	}

	@Override
	public void put(String token) {
		this.token = token;
	}

	@Override
	public List<String> properties() {
		return List.of("spring.config.import=aws-secretsmanager:/prod/postmark?prefix=postmark.",
				"spring.cloud.aws.secretsmanager.reload.strategy=refresh",
				"spring.cloud.aws.secretsmanager.reload.period=500ms",
				"spring.cloud.aws.secretsmanager.endpoint=http://localhost:" + this.server.port(),
				"spring.cloud.aws.region.static=eu-central-1", "spring.cloud.aws.credentials.access-key=AKIDEXAMPLE",
				"spring.cloud.aws.credentials.secret-key=" + this.secretKey);
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
		return Set.of(this.secretKey);
	}

	private Answer answer(HttpExchange exchange) {
		if (!"secretsmanager.GetSecretValue".equals(exchange.getRequestHeaders().getFirst("X-Amz-Target"))) {
			return new Answer(400, "{ \"__type\": \"UnknownOperationException\" }");
		}
		return new Answer(200, """
				{ "ARN": "arn:aws:secretsmanager:eu-central-1:123456789012:secret:/prod/postmark-a1b2c3",
					"Name": "/prod/postmark", "VersionId": "%s", "VersionStages": ["AWSCURRENT"],
					"SecretString": "{\\"server-token\\":\\"%s\\"}", "CreatedDate": 1763942400.0 }"""
			.formatted(UUID.randomUUID(), this.token));
	}

	@Override
	public void close() {
		this.server.close();
	}

}
