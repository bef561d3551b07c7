package io.github.postmarkspring.stores.azure;

import io.github.postmarkspring.stores.SecretStore;
import io.github.postmarkspring.stores.SecretStoreContract;

/**
 * Key Vault, asked again from time to time.
 */
class KeyVaultTests implements SecretStoreContract {

	@Override
	public SecretStore store(String token) {
		return new KeyVault(token);
	}

}
