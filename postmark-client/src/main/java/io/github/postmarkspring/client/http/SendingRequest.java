package io.github.postmarkspring.client.http;

/**
 * Marks a request that sends mail. When its answer is lost, it is not known whether mail
 * was sent, and the exception says so.
 *
 * @since 0.1.0
 */
public interface SendingRequest {

}
