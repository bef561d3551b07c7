package io.github.postmarkspring.boot.autoconfigure;

/**
 * Told what becomes of tokens while the application runs. Called by whichever thread
 * reads them, so it must not take long; what it throws is logged.
 */
interface TokenObserver {

	/**
	 * A token has changed.
	 */
	void changed(TokenKey key);

	/**
	 * A token could not be read again.
	 */
	void failed(TokenKey key);

}
