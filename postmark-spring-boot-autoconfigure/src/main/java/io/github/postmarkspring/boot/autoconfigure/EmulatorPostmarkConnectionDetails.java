package io.github.postmarkspring.boot.autoconfigure;

import java.net.URI;

import io.github.postmarkspring.emulator.PostmarkEmulator;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanRegistry;

/**
 * Connection details of the embedded emulator.
 */
class EmulatorPostmarkConnectionDetails implements PostmarkConnectionDetails {

	private final PostmarkEmulator emulator;

	EmulatorPostmarkConnectionDetails(PostmarkEmulator emulator) {
		this.emulator = emulator;
	}

	static EmulatorPostmarkConnectionDetails of(BeanRegistry.SupplierContext context) {
		return new EmulatorPostmarkConnectionDetails(context.bean(PostmarkEmulator.class));
	}

	@Override
	public URI baseUrl() {
		return this.emulator.baseUrl();
	}

	@Override
	public String serverToken() {
		return this.emulator.serverToken();
	}

	@Override
	public @Nullable String serverToken(String server) {
		try {
			return this.emulator.serverToken(server);
		}
		catch (IllegalArgumentException ex) {
			// An emulator of the application's own has the servers it was given.
			return null;
		}
	}

	@Override
	public String accountToken() {
		return this.emulator.accountToken();
	}

}
