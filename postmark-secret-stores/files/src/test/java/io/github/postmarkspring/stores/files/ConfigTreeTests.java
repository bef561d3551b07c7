package io.github.postmarkspring.stores.files;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import io.github.postmarkspring.stores.SecretStore;
import io.github.postmarkspring.stores.SecretStoreContract;

import org.springframework.cloud.context.refresh.ContextRefresher;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A mounted volume that Spring Boot imports: it is read again by a refresh.
 */
class ConfigTreeTests implements SecretStoreContract {

	@Override
	public SecretStore store(String token) {
		return new ConfigTree(new MountedVolume(token));
	}

	record ConfigTree(MountedVolume volume) implements SecretStore {

		@Override
		public List<String> properties() {
			return List.of("spring.config.import=configtree:" + this.volume.directory() + "/");
		}

		@Override
		public void put(String token) {
			this.volume.put(token);
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
