package io.github.postmarkspring.stores.vault;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import io.github.postmarkspring.stores.SecretStore;
import io.github.postmarkspring.stores.SecretStore.Failure;
import io.github.postmarkspring.stores.SecretStoreContract;

import org.springframework.cloud.context.refresh.ContextRefresher;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Secrets without a lease: they are read again by a refresh.
 */
class KeyValueVersion2Tests implements SecretStoreContract {

	@Override
	public SecretStore store(String token) {
		return new Vault(new Version2(), token);
	}

	static final class Version2 implements Vault.Engine {

		@Override
		public String version() {
			return "2";
		}

		@Override
		public String path() {
			return "/v1/secret/data/postmark";
		}

		@Override
		public String secret(String token, int version) {
			return """
					{ "lease_id": "", "renewable": false, "lease_duration": 0, "data": {
						"data": { "server-token": "%s" },
						"metadata": { "version": %d, "created_time": "2026-11-24T00:00:00Z", "destroyed": false } } }"""
				.formatted(token, version);
		}

		@Override
		public List<String> properties(String uri, String vaultToken) {
			return List.of("spring.config.import=vault://secret/postmark?prefix=postmark.",
					"spring.cloud.vault.uri=" + uri, "spring.cloud.vault.token=" + vaultToken,
					"spring.cloud.vault.session.lifecycle.enabled=false");
		}

		@Override
		public Set<Failure> failures() {
			return EnumSet.allOf(Failure.class);
		}

		@Override
		public void recover(ConfigurableApplicationContext context) {
			reread(context);
		}

		@Override
		public void reread(ConfigurableApplicationContext context) {
			try {
				context.getBean(ContextRefresher.class).refresh();
			}
			catch (RuntimeException ex) {
				// As whoever called the endpoint would see it.
			}
		}

	}

}
