package io.github.postmarkspring.boot.autoconfigure.webhook;

import java.util.List;

import io.github.postmarkspring.client.PostmarkServerClient;
import org.jspecify.annotations.Nullable;

/**
 * Where a server is to post to.
 *
 * @param postmark the server
 * @param settings what verifies there
 * @param path the path for events, if any
 * @param inboundPath the path for inbound mail, if any
 * @param messageStreams the streams whose events to post
 */
record WebhookTarget(PostmarkServerClient postmark, VerificationSettings settings, @Nullable String path,
		@Nullable String inboundPath, List<String> messageStreams) {

}
