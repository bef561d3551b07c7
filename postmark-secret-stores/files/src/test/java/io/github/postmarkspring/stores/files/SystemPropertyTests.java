package io.github.postmarkspring.stores.files;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import io.github.postmarkspring.stores.SecretStore;
import io.github.postmarkspring.stores.SecretStoreContract;

import org.springframework.context.ConfigurableApplicationContext;

/**
 * A system property, that something in the same process sets anew.
 */
class SystemPropertyTests implements SecretStoreContract {

	@Override
	public SecretStore store(String token) {
		return new SystemProperty(token);
	}

	static final class SystemProperty implements SecretStore {

		private static final String NAME = "postmark.server-token";

		private String token;

		private boolean failing;

		SystemProperty(String token) {
			put(token);
		}

		@Override
		public void put(String token) {
			this.token = token;
			if (!this.failing) {
				System.setProperty(NAME, token);
			}
		}

		@Override
		public List<String> properties() {
			return List.of();
		}

		@Override
		public void reread(ConfigurableApplicationContext context) {
			// The environment has it at once.
		}

		@Override
		public Set<Failure> failures() {
			return EnumSet.of(Failure.GAP, Failure.ERROR);
		}

		@Override
		public void fail(Failure failure) {
			this.failing = true;
			if (failure == Failure.GAP) {
				System.clearProperty(NAME);
			}
			else {
				System.setProperty(NAME, "${no.such.property}");
			}
		}

		@Override
		public void heal() {
			this.failing = false;
			put(this.token);
		}

		@Override
		public void close() {
			System.clearProperty(NAME);
		}

	}

}
