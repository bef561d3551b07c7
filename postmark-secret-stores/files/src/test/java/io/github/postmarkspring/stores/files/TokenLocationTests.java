package io.github.postmarkspring.stores.files;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import io.github.postmarkspring.stores.SecretStore;
import io.github.postmarkspring.stores.SecretStoreContract;

import org.springframework.context.ConfigurableApplicationContext;

/**
 * A mounted volume that the starter reads: nothing has to be done after a rotation.
 */
class TokenLocationTests implements SecretStoreContract {

	@Override
	public SecretStore store(String token) {
		return new TokenLocation(new MountedVolume(token));
	}

	record TokenLocation(MountedVolume volume) implements SecretStore {

		@Override
		public List<String> properties() {
			return List
				.of("postmark.server-token-location=file:" + this.volume.directory().resolve(MountedVolume.FILE));
		}

		@Override
		public void put(String token) {
			this.volume.put(token);
		}

		@Override
		public void reread(ConfigurableApplicationContext context) {
			// It is read when mail is sent.
		}

		@Override
		public Set<Failure> failures() {
			return EnumSet.of(Failure.GAP, Failure.ERROR);
		}

		@Override
		public void fail(Failure failure) {
			this.volume.fail(failure);
		}

		@Override
		public void heal() {
			this.volume.heal();
		}

		@Override
		public void close() {
			this.volume.close();
		}

	}

}
