package io.github.postmarkspring.stores.gcp;

import io.github.postmarkspring.stores.SecretStore;
import io.github.postmarkspring.stores.SecretStoreContract;

/**
 * Secret Manager, asked at each look at the environment.
 */
class SecretManagerTests implements SecretStoreContract {

	@Override
	public SecretStore store(String token) {
		return new SecretManager(token);
	}

}
