package io.github.postmarkspring.boot.autoconfigure.roundtrip;

/**
 * All operations of one resource, from the client to the emulator and back.
 */
@FunctionalInterface
interface RoundTrip {

	void run(Clients clients) throws Exception;

}
