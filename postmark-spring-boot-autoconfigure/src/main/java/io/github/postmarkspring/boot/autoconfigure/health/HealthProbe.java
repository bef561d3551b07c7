package io.github.postmarkspring.boot.autoconfigure.health;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;

import io.github.postmarkspring.client.PostmarkClientFactory;
import io.github.postmarkspring.client.error.InvalidTokenException;
import io.github.postmarkspring.client.error.PostmarkApiException;
import io.github.postmarkspring.client.error.PostmarkException;
import io.github.postmarkspring.client.error.PostmarkUnavailableException;
import io.github.postmarkspring.client.error.RateLimitedException;
import io.github.postmarkspring.client.http.ApiToken;
import io.github.postmarkspring.client.http.ForeignText;
import io.github.postmarkspring.client.http.TokenSource;
import io.github.postmarkspring.client.server.Server;
import io.github.postmarkspring.client.server.ServerQuery;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.util.StringUtils;

/**
 * Asks Postmark for as little as a token is good for, and makes a health of what comes of
 * it.
 */
class HealthProbe {

	/** It answers, and takes no mail for now. Taking an application down helps nobody. */
	static final Status DEGRADED = new Status("DEGRADED");

	static final String REASON = "reason";

	static final String TOKEN = "tokenFingerprint";

	static final String LAST_CHECKED = "lastChecked";

	private static final String ERROR = "error";

	private static final String ERROR_CODE = "errorCode";

	private final Supplier<PostmarkClientFactory> clients;

	HealthProbe(Supplier<PostmarkClientFactory> clients) {
		this.clients = clients;
	}

	/**
	 * Ask. Never fails.
	 */
	Health ask(CheckedToken token) {
		Instant begin = Instant.now();
		Health.Builder health;
		try {
			health = find(token);
		}
		catch (Exception | LinkageError ex) {
			health = failed(ex);
		}
		String fingerprint = token.fingerprint();
		if (fingerprint != null) {
			health.withDetail(TOKEN, fingerprint);
		}
		return health.withDetail(LAST_CHECKED, begin.truncatedTo(ChronoUnit.MILLIS))
			.withDetail("latencyMillis", Duration.ofNanos(token.asked()).toMillis())
			.build();
	}

	/** Say what cannot be explained, without its words, which may be anybody's. */
	static Health.Builder failed(Throwable failure) {
		return Health.down().withDetail(REASON, "failed").withDetail(ERROR, failure.getClass().getName());
	}

	private Health.Builder find(CheckedToken token) {
		try {
			if (ApiToken.TEST.equals(token.find())) {
				return Health.unknown()
					.withDetail(REASON, "test token: mail is checked and dropped, nothing can be asked");
			}
			Health.Builder health = new Health.Builder();
			ask(token, health);
			return health;
		}
		catch (UnreadableTokenException ex) {
			return Health.down()
				.withDetail(REASON, "token not read")
				.withDetail(ERROR, String.valueOf(ex.getMessage()));
		}
		catch (PostmarkException ex) {
			return explained(ex, token);
		}
	}

	private void ask(CheckedToken token, Health.Builder health) {
		Server server = token.ask(() -> ask(token.isOfServer(), token));
		health.up();
		if (server == null) {
			return;
		}
		health.withDetail("id", server.id());
		if (server.name() != null) {
			health.withDetail("name", ForeignText.oneLine(server.name(), 100));
		}
		if (server.deliveryType() != null) {
			health.withDetail("deliveryType", ForeignText.oneLine(server.deliveryType().value(), 100));
		}
		// The page of a server is at postmarkapp.com; that of an emulator's is its
		// mailbox.
		String baseUrl = StringUtils.trimTrailingCharacter(token.live().details().baseUrl().toString(), '/');
		if (server.serverLink() != null && server.serverLink().startsWith(baseUrl + "/")) {
			health.withDetail("emulator", ForeignText.oneLine(server.serverLink(), 200));
		}
	}

	private @Nullable Server ask(boolean server, TokenSource token) {
		if (server) {
			return this.clients.get().serverClient(token).server().get();
		}
		this.clients.get().accountClient(token).servers().list(ServerQuery.create().count(1));
		return null;
	}

	/** Return what a failure says of the token and of Postmark. */
	Health explain(PostmarkException failure, CheckedToken token) {
		return explained(failure, token).build();
	}

	private Health.Builder explained(PostmarkException failure, CheckedToken token) {
		Health.Builder health = new Health.Builder();
		if (failure instanceof InvalidTokenException refusal) {
			health.down().withDetail(REASON, (refusal.status() == null) ? "no token" : refusal(token));
		}
		else if (failure instanceof RateLimitedException) {
			health.status(DEGRADED).withDetail(REASON, "rate limited");
		}
		else if (failure instanceof PostmarkUnavailableException) {
			health.status(DEGRADED).withDetail(REASON, "maintenance");
		}
		else if (failure instanceof PostmarkApiException refusal) {
			health.down().withDetail(REASON, "failed").withDetail(ERROR_CODE, refusal.errorCode());
			if (refusal.status() != null) {
				health.withDetail("httpStatus", refusal.status().value());
			}
		}
		else {
			health.down()
				.withDetail(REASON, "unreachable")
				.withDetail(ERROR, ForeignText.oneLine(String.valueOf(failure.getMessage()), 300));
		}
		return health;
	}

	private String refusal(CheckedToken token) {
		if (token.isUnreadAfterRefusal()) {
			return "token refused, and not read again";
		}
		// Postmark does not say whether it knows the token as one of the other kind.
		boolean server = token.isOfServer();
		String value = token.token();
		try {
			token.ask(() -> ask(!server, () -> value));
			return "wrong kind of token: it is " + (server ? "an account's" : "a server's");
		}
		catch (PostmarkException ex) {
			return "token refused";
		}
	}

}
