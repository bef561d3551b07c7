package io.github.postmarkspring.stores.vault;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import io.github.postmarkspring.stores.SecretStore;
import io.github.postmarkspring.stores.SecretStore.Failure;
import io.github.postmarkspring.stores.SecretStoreContract;
import org.jspecify.annotations.Nullable;

import org.springframework.cloud.context.refresh.ContextRefresher;
import org.springframework.context.ConfigurableApplicationContext;

import static org.awaitility.Awaitility.await;

/**
 * Secrets with a lease: they are read again when it ends.
 */
class KeyValueVersion1Tests implements SecretStoreContract {

	@Override
	public SecretStore store(String token) {
		return new Vault(new Version1(), token);
	}

	static final class Version1 implements Vault.Engine {

		@Override
		public String version() {
			return "1";
		}

		@Override
		public String path() {
			return "/v1/secret/postmark";
		}

		@Override
		public String secret(String token, int version) {
			return """
					{ "lease_id": "", "renewable": false, "lease_duration": 2, "data": { "server-token": "%s" } }"""
				.formatted(token);
		}

		@Override
		public List<String> properties(String uri, String vaultToken) {
			return List.of("spring.config.import=vault://secret/postmark?prefix=postmark.",
					"spring.cloud.vault.uri=" + uri, "spring.cloud.vault.token=" + vaultToken,
					"spring.cloud.vault.session.lifecycle.enabled=false",
					"spring.cloud.vault.config.lifecycle.min-renewal=1s",
					"spring.cloud.vault.config.lifecycle.expiry-threshold=1s");
		}

		@Override
		public Set<Failure> failures() {
			return EnumSet.allOf(Failure.class);
		}

		@Override
		public void reread(ConfigurableApplicationContext context) {
			String before = token(context);
			await().until(() -> !Objects.equals(token(context), before));
		}

		@Override
		public void recover(ConfigurableApplicationContext context) {
			context.getBean(ContextRefresher.class).refresh();
		}

		private static @Nullable String token(ConfigurableApplicationContext context) {
			return context.getEnvironment().getProperty("postmark.server-token");
		}

	}

}
