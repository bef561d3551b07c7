package io.github.postmarkspring.client.http;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.web.client.RestClient.RequestBodySpec;

/**
 * A call that hands over no mail.
 *
 * @param request begins the request, anew for each attempt
 * @param body the body, or {@code null} if there is none
 * @param isRead whether it only reads, so that it can be made again whatever became of it
 */
record HttpCall(Supplier<RequestBodySpec> request, @Nullable RequestBody body, boolean isRead) {

}
