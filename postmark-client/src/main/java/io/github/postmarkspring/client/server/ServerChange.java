package io.github.postmarkspring.client.server;

import java.util.Map;

import io.github.postmarkspring.client.http.JsonRequest;
import io.github.postmarkspring.client.message.TrackLinks;

import org.springframework.util.Assert;

/**
 * What to change of a server. What is not said stays.
 *
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/servers-api">Postmark: Servers
 * API</a>
 */
public final class ServerChange extends JsonRequest<ServerChange> {

	private ServerChange(Map<String, Object> fields) {
		super(fields);
	}

	/**
	 * Create a change of nothing.
	 * @return the request
	 */
	public static ServerChange create() {
		return new ServerChange(Map.of());
	}

	@Override
	protected ServerChange with(Map<String, Object> fields) {
		return new ServerChange(fields);
	}

	/**
	 * Set the name, unique in the account.
	 * @param name the name
	 * @return a new request
	 */
	public ServerChange name(String name) {
		return field("Name", name);
	}

	/**
	 * Set the colour in Postmark's pages.
	 * @param color the colour in Postmark's pages
	 * @return a new request
	 */
	public ServerChange color(ServerColor color) {
		return field("Color", color);
	}

	/**
	 * Set whether mail can be sent by SMTP.
	 * @param smtpApiActivated whether mail can be sent by SMTP
	 * @return a new request
	 */
	public ServerChange smtpApiActivated(boolean smtpApiActivated) {
		return field("SmtpApiActivated", smtpApiActivated);
	}

	/**
	 * Set whether inbound webhooks carry the raw mail.
	 * @param rawEmailEnabled whether inbound webhooks carry the raw mail
	 * @return a new request
	 */
	public ServerChange rawEmailEnabled(boolean rawEmailEnabled) {
		return field("RawEmailEnabled", rawEmailEnabled);
	}

	/**
	 * Set where inbound mail is posted to.
	 * @param inboundHookUrl where inbound mail is posted to
	 * @return a new request
	 */
	public ServerChange inboundHookUrl(String inboundHookUrl) {
		return field("InboundHookUrl", inboundHookUrl);
	}

	/**
	 * Set where bounces are posted to, superseded by webhooks.
	 * @param bounceHookUrl where bounces are posted to
	 * @return a new request
	 */
	public ServerChange bounceHookUrl(String bounceHookUrl) {
		return field("BounceHookUrl", bounceHookUrl);
	}

	/**
	 * Set where opens are posted to, superseded by webhooks.
	 * @param openHookUrl where opens are posted to
	 * @return a new request
	 */
	public ServerChange openHookUrl(String openHookUrl) {
		return field("OpenHookUrl", openHookUrl);
	}

	/**
	 * Set where deliveries are posted to, superseded by webhooks.
	 * @param deliveryHookUrl where deliveries are posted to
	 * @return a new request
	 */
	public ServerChange deliveryHookUrl(String deliveryHookUrl) {
		return field("DeliveryHookUrl", deliveryHookUrl);
	}

	/**
	 * Set where clicks are posted to, superseded by webhooks.
	 * @param clickHookUrl where clicks are posted to
	 * @return a new request
	 */
	public ServerChange clickHookUrl(String clickHookUrl) {
		return field("ClickHookUrl", clickHookUrl);
	}

	/**
	 * Set whether only the first open is posted.
	 * @param postFirstOpenOnly whether only the first open is posted
	 * @return a new request
	 */
	public ServerChange postFirstOpenOnly(boolean postFirstOpenOnly) {
		return field("PostFirstOpenOnly", postFirstOpenOnly);
	}

	/**
	 * Set the domain for inbound mail, which needs an MX record.
	 * @param inboundDomain the domain for inbound mail
	 * @return a new request
	 */
	public ServerChange inboundDomain(String inboundDomain) {
		return field("InboundDomain", inboundDomain);
	}

	/**
	 * Set the spam score, 0 to 30, from which inbound mail is blocked.
	 * @param inboundSpamThreshold the spam score
	 * @return a new request
	 */
	public ServerChange inboundSpamThreshold(int inboundSpamThreshold) {
		return field("InboundSpamThreshold", spamThreshold(inboundSpamThreshold));
	}

	/**
	 * Set whether opens are tracked where a message does not say.
	 * @param trackOpens whether opens are tracked where a message does not say
	 * @return a new request
	 */
	public ServerChange trackOpens(boolean trackOpens) {
		return field("TrackOpens", trackOpens);
	}

	/**
	 * Set where links are tracked where a message does not say.
	 * @param trackLinks where links are tracked where a message does not say
	 * @return a new request
	 */
	public ServerChange trackLinks(TrackLinks trackLinks) {
		return field("TrackLinks", trackLinks);
	}

	/**
	 * Set whether bounce webhooks carry the bounced mail.
	 * @param includeBounceContentInHook whether bounce webhooks carry the bounced mail
	 * @return a new request
	 */
	public ServerChange includeBounceContentInHook(boolean includeBounceContentInHook) {
		return field("IncludeBounceContentInHook", includeBounceContentInHook);
	}

	/**
	 * Set whether errors of SMTP sends are posted.
	 * @param enableSmtpApiErrorHooks whether errors of SMTP sends are posted
	 * @return a new request
	 */
	public ServerChange enableSmtpApiErrorHooks(boolean enableSmtpApiErrorHooks) {
		return field("EnableSmtpApiErrorHooks", enableSmtpApiErrorHooks);
	}

	private static int spamThreshold(int threshold) {
		Assert.isTrue(threshold >= 0 && threshold <= 30,
				() -> "'inboundSpamThreshold' must be 0 to 30, not " + threshold);
		return threshold;
	}

}
