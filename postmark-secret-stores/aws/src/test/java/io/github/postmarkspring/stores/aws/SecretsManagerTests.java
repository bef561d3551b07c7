package io.github.postmarkspring.stores.aws;

import io.github.postmarkspring.stores.SecretStore;
import io.github.postmarkspring.stores.SecretStoreContract;

/**
 * Secrets Manager asked again from time to time.
 */
class SecretsManagerTests implements SecretStoreContract {

	@Override
	public SecretStore store(String token) {
		return new SecretsManager(token);
	}

}
