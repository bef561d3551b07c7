package io.github.postmarkspring.stores;

import java.util.List;
import java.util.Set;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A stand-in for a secret store, on the loopback interface or on disk, that holds one
 * server token of Postmark.
 */
public interface SecretStore extends AutoCloseable {

	/**
	 * Puts another token in place of the one that is there.
	 * @param token the new token
	 */
	void put(String token);

	/**
	 * Returns what an application has to be told to take its token from here.
	 * @return such as {@code spring.config.import=vault://}
	 */
	List<String> properties();

	/**
	 * Changes an application before it starts, where properties do not suffice.
	 * @param application the application
	 */
	default void prepare(SpringApplication application) {
	}

	/**
	 * Does what makes the application's environment look at the store again, or waits
	 * until it has looked. Throws nothing if the store fails.
	 * @param context the application
	 */
	void reread(ConfigurableApplicationContext context);

	/**
	 * Returns the ways in which it can fail.
	 * @return at least one
	 */
	Set<Failure> failures();

	/**
	 * Fails from now on.
	 * @param failure how
	 */
	void fail(Failure failure);

	/**
	 * Answers again.
	 */
	void heal();

	/**
	 * Does what makes the environment look at the store again after it failed, where more
	 * is needed than otherwise.
	 * @param context the application
	 */
	default void recover(ConfigurableApplicationContext context) {
		reread(context);
	}

	/**
	 * Returns what an application shows to the store, and nobody else is to see.
	 * @return such as a token of Vault
	 */
	default Set<String> credentials() {
		return Set.of();
	}

	@Override
	void close();

	/**
	 * How a store fails.
	 */
	enum Failure {

		/** It answers 500, or what its protocol has for that. */
		ERROR,

		/** Nobody listens. */
		REFUSED,

		/** It takes connections, and resets them. */
		DROPPED,

		/** It answers that there is no such secret. */
		GAP

	}

}
