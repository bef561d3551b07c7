package io.github.postmarkspring.stores.kubernetes;

import io.github.postmarkspring.stores.SecretStore;
import io.github.postmarkspring.stores.SecretStoreContract;

/**
 * Secrets of a cluster, asked for again from time to time.
 */
class SecretsApiTests implements SecretStoreContract {

	@Override
	public SecretStore store(String token) {
		return new ApiServer(token);
	}

}
