package io.github.postmarkspring.benchmarks.stub;

/**
 * A request that was read.
 *
 * @param token the token it came with
 * @param batch whether it is answered with a list
 * @param body the bytes, of which only the first {@code length} are its
 * @param length the length of the body
 * @param chunked whether it came without a length
 * @param extras whether it asked for an upgrade, or for leave to continue
 */
record Request(String token, boolean batch, byte[] body, int length, boolean chunked, boolean extras) {

}
