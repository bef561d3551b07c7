package io.github.postmarkspring.client.server;

import java.util.Map;

import io.github.postmarkspring.client.http.JsonRequest;
import io.github.postmarkspring.client.message.TrackLinks;

import org.springframework.util.Assert;

/**
 * What can be said of a server when it is created, and when it is changed.
 *
 * @param <R> the type of the request itself
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/servers-api">Postmark: Servers
 * API</a>
 */
public abstract sealed class ServerSettings<R extends ServerSettings<R>> extends JsonRequest<R>
		permits NewServer, ServerChange {

	ServerSettings(Map<String, Object> fields) {
		super(fields);
	}

	/**
	 * Set the colour in Postmark's pages.
	 * @param color the colour in Postmark's pages
	 * @return a new request
	 */
	public R color(ServerColor color) {
		return field("Color", color);
	}

	/**
	 * Set whether mail can be sent by SMTP.
	 * @param smtpApiActivated whether mail can be sent by SMTP
	 * @return a new request
	 */
	public R smtpApiActivated(boolean smtpApiActivated) {
		return field("SmtpApiActivated", smtpApiActivated);
	}

	/**
	 * Set whether inbound webhooks carry the raw mail.
	 * @param rawEmailEnabled whether inbound webhooks carry the raw mail
	 * @return a new request
	 */
	public R rawEmailEnabled(boolean rawEmailEnabled) {
		return field("RawEmailEnabled", rawEmailEnabled);
	}

	/**
	 * Set where inbound mail is posted to.
	 * @param inboundHookUrl where inbound mail is posted to
	 * @return a new request
	 */
	public R inboundHookUrl(String inboundHookUrl) {
		return field("InboundHookUrl", inboundHookUrl);
	}

	/**
	 * Set where bounces are posted to, superseded by webhooks.
	 * @param bounceHookUrl where bounces are posted to
	 * @return a new request
	 */
	public R bounceHookUrl(String bounceHookUrl) {
		return field("BounceHookUrl", bounceHookUrl);
	}

	/**
	 * Set where opens are posted to, superseded by webhooks.
	 * @param openHookUrl where opens are posted to
	 * @return a new request
	 */
	public R openHookUrl(String openHookUrl) {
		return field("OpenHookUrl", openHookUrl);
	}

	/**
	 * Set where deliveries are posted to, superseded by webhooks.
	 * @param deliveryHookUrl where deliveries are posted to
	 * @return a new request
	 */
	public R deliveryHookUrl(String deliveryHookUrl) {
		return field("DeliveryHookUrl", deliveryHookUrl);
	}

	/**
	 * Set where clicks are posted to, superseded by webhooks.
	 * @param clickHookUrl where clicks are posted to
	 * @return a new request
	 */
	public R clickHookUrl(String clickHookUrl) {
		return field("ClickHookUrl", clickHookUrl);
	}

	/**
	 * Set whether only the first open is posted.
	 * @param postFirstOpenOnly whether only the first open is posted
	 * @return a new request
	 */
	public R postFirstOpenOnly(boolean postFirstOpenOnly) {
		return field("PostFirstOpenOnly", postFirstOpenOnly);
	}

	/**
	 * Set the domain for inbound mail, which needs an MX record.
	 * @param inboundDomain the domain for inbound mail
	 * @return a new request
	 */
	public R inboundDomain(String inboundDomain) {
		return field("InboundDomain", inboundDomain);
	}

	/**
	 * Set the spam score, 0 to 30, from which inbound mail is blocked.
	 * @param inboundSpamThreshold the spam score
	 * @return a new request
	 */
	public R inboundSpamThreshold(int inboundSpamThreshold) {
		return field("InboundSpamThreshold", spamThreshold(inboundSpamThreshold));
	}

	/**
	 * Set whether opens are tracked where a message does not say.
	 * @param trackOpens whether opens are tracked where a message does not say
	 * @return a new request
	 */
	public R trackOpens(boolean trackOpens) {
		return field("TrackOpens", trackOpens);
	}

	/**
	 * Set where links are tracked where a message does not say.
	 * @param trackLinks where links are tracked where a message does not say
	 * @return a new request
	 */
	public R trackLinks(TrackLinks trackLinks) {
		return field("TrackLinks", trackLinks);
	}

	/**
	 * Set whether bounce webhooks carry the bounced mail.
	 * @param includeBounceContentInHook whether bounce webhooks carry the bounced mail
	 * @return a new request
	 */
	public R includeBounceContentInHook(boolean includeBounceContentInHook) {
		return field("IncludeBounceContentInHook", includeBounceContentInHook);
	}

	/**
	 * Set whether errors of SMTP sends are posted.
	 * @param enableSmtpApiErrorHooks whether errors of SMTP sends are posted
	 * @return a new request
	 */
	public R enableSmtpApiErrorHooks(boolean enableSmtpApiErrorHooks) {
		return field("EnableSmtpApiErrorHooks", enableSmtpApiErrorHooks);
	}

	private static int spamThreshold(int threshold) {
		Assert.isTrue(threshold >= 0 && threshold <= 30,
				() -> "'inboundSpamThreshold' must be 0 to 30, not " + threshold);
		return threshold;
	}

}
