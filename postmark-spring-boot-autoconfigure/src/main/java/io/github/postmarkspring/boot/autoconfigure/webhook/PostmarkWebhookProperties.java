package io.github.postmarkspring.boot.autoconfigure.webhook;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.postmarkspring.client.webhook.SignatureScheme;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Properties of the webhooks that Postmark posts to.
 *
 * @param path Path at which events are received, such as '/postmark/webhook'. Without one
 * there is no endpoint.
 * @param inboundPath Path at which inbound mail is received.
 * @param protectedPaths Paths of controllers of the application's own that are verified
 * and passed on. Patterns such as '/hooks/**' are possible.
 * @param basic Basic credentials that Postmark is told to send.
 * @param header Secret header that Postmark is told to send.
 * @param allowedAddresses Addresses and CIDR ranges to accept requests from. 'postmark'
 * stands for the addresses that Postmark documents.
 * @param addressesSuffice Whether the addresses may be all that is verified.
 * @param trustForwardedAddresses Whether to go by the address in a forwarding header,
 * which whoever gets past the proxies can choose.
 * @param signature Signature of a relay or gateway. Postmark itself signs nothing.
 * @param insecureAcceptUnverified Whether to accept requests that nothing verifies, which
 * lets anybody report bounces and feed mail.
 * @param maxBodySize Largest event to accept.
 * @param maxInboundBodySize Largest inbound mail to accept.
 * @param claimTimeout Time after which an event whose handling never ended may be handled
 * again.
 * @param registration The webhook at Postmark, made as configured here.
 * @param endpoints Further endpoints by name, for several servers with secrets of their
 * own.
 * @since 0.1.0
 */
@ConfigurationProperties("postmark.webhook")
public record PostmarkWebhookProperties(@Nullable String path, @Nullable String inboundPath,
		@DefaultValue List<String> protectedPaths, @Nullable Basic basic, @Nullable Header header,
		@DefaultValue List<String> allowedAddresses, @DefaultValue("false") boolean addressesSuffice,
		@DefaultValue("false") boolean trustForwardedAddresses, @Nullable Signature signature,
		@DefaultValue("false") boolean insecureAcceptUnverified, @DefaultValue("1MB") DataSize maxBodySize,
		@DefaultValue("50MB") DataSize maxInboundBodySize, @DefaultValue("5m") Duration claimTimeout,
		@DefaultValue Registration registration, @DefaultValue Map<String, Endpoint> endpoints) {

	/**
	 * Shows no secret.
	 */
	@Override
	public String toString() {
		return "PostmarkWebhookProperties[path=" + this.path + ", inboundPath=" + this.inboundPath + "]";
	}

	/**
	 * Basic credentials.
	 *
	 * @param username User name.
	 * @param password Password, at least 16 characters. A secret: keep it out of source
	 * code.
	 * @param previousPasswords Passwords that are still accepted while Postmark is being
	 * told the new one.
	 */
	public record Basic(@DefaultValue("postmark") String username, @Nullable String password,
			@DefaultValue List<String> previousPasswords) {

		@Override
		public String toString() {
			return "Basic[***]";
		}

	}

	/**
	 * A header with a secret value.
	 *
	 * @param name Name of the header.
	 * @param value Value, at least 16 characters. A secret: keep it out of source code.
	 * @param previousValues Values that are still accepted while Postmark is being told
	 * the new one.
	 */
	public record Header(@DefaultValue("X-Webhook-Secret") String name, @Nullable String value,
			@DefaultValue List<String> previousValues) {

		@Override
		public String toString() {
			return "Header[***]";
		}

	}

	/**
	 * The signature of a relay or gateway.
	 *
	 * @param scheme How it signs.
	 * @param signedBy Who signs: 'svix', 'hookdeck', or 'gateway:' and a name. Postmark
	 * does not.
	 * @param key Key as the signer shows it. A secret: keep it out of source code.
	 * @param previousKeys Keys that are still accepted while the signer is being told the
	 * new one.
	 * @param tolerance How far the timestamp may lie in the past or in the future.
	 * @param header Header with the signature, for the generic scheme.
	 * @param timestampHeader Header with the seconds since 1970, for the generic scheme
	 * if timestamp and body are signed. Without one it is the body alone.
	 * @param algorithm Hash function, for the generic scheme.
	 * @param encoding How the signature is written, for the generic scheme.
	 * @param prefix What stands in front of the signature, for the generic scheme.
	 */
	public record Signature(@Nullable Scheme scheme, @Nullable String signedBy, @Nullable String key,
			@DefaultValue List<String> previousKeys, @DefaultValue("5m") Duration tolerance, @Nullable String header,
			@Nullable String timestampHeader, @DefaultValue("sha-256") SignatureScheme.Algorithm algorithm,
			@DefaultValue("hex") SignatureScheme.Encoding encoding, @DefaultValue("") String prefix) {

		@Override
		public String toString() {
			return "Signature[***]";
		}

	}

	/**
	 * How a relay or gateway signs.
	 */
	public enum Scheme {

		/** The one of standardwebhooks.com. */
		STANDARD_WEBHOOKS,

		/** The one of Svix. */
		SVIX,

		/** The one of Hookdeck. */
		HOOKDECK,

		/** Any other HMAC of the body. */
		GENERIC

	}

	/**
	 * The webhook at Postmark.
	 *
	 * @param enabled Whether to make it, or change it to what is configured here, once
	 * this application listens. With the embedded emulator that is always done.
	 * @param url URL at which Postmark reaches this application, without the path of the
	 * endpoint.
	 * @param messageStreams IDs of the message streams whose events to post.
	 * @param triggers What to post.
	 * @param includeContent Whether bounces and spam complaints come with the message.
	 * @param firstOpenOnly Whether only the first open of a message is posted.
	 * @param replaceInboundUrl Whether to replace another URL that inbound mail is posted
	 * to.
	 * @param dryRun Whether to do nothing but log what would be done.
	 */
	public record Registration(@DefaultValue("false") boolean enabled, @Nullable URI url,
			@DefaultValue("outbound") List<String> messageStreams, @DefaultValue( {
					"delivery", "bounce", "spam-complaint", "open", "click",
					"subscription-change" }) Set<Trigger> triggers,
			@DefaultValue("false") boolean includeContent, @DefaultValue("false") boolean firstOpenOnly,
			@DefaultValue("false") boolean replaceInboundUrl, @DefaultValue("false") boolean dryRun){
	}

	/**
	 * What Postmark posts events for.
	 */
	public enum Trigger {

		/** A mail server has taken the message. */
		DELIVERY,

		/** A message came back. */
		BOUNCE,

		/** A recipient complained. */
		SPAM_COMPLAINT,

		/** A message was opened. */
		OPEN,

		/** A link was clicked. */
		CLICK,

		/** An address was suppressed, or is no longer. */
		SUBSCRIPTION_CHANGE

	}

	/**
	 * A further endpoint. What verifies it is its own; if it has nothing of its own, it
	 * is what verifies the others.
	 *
	 * @param path Path at which events are received.
	 * @param inboundPath Path at which inbound mail is received.
	 * @param basic Basic credentials that Postmark is told to send.
	 * @param header Secret header that Postmark is told to send.
	 * @param allowedAddresses Addresses and CIDR ranges to accept requests from.
	 * @param addressesSuffice Whether the addresses may be all that is verified.
	 * @param signature Signature of a relay or gateway.
	 */
	public record Endpoint(@Nullable String path, @Nullable String inboundPath, @Nullable Basic basic,
			@Nullable Header header, @DefaultValue List<String> allowedAddresses,
			@DefaultValue("false") boolean addressesSuffice, @Nullable Signature signature) {

		@Override
		public String toString() {
			return "Endpoint[path=" + this.path + ", inboundPath=" + this.inboundPath + "]";
		}

	}

}
