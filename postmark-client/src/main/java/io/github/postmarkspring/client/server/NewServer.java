package io.github.postmarkspring.client.server;

import java.util.Map;

import io.github.postmarkspring.client.http.JsonRequest;
import io.github.postmarkspring.client.message.TrackLinks;

import org.springframework.util.Assert;

/**
 * A server to create.
 *
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/servers-api">Postmark: Servers
 * API</a>
 */
public final class NewServer extends JsonRequest<NewServer> {

	private NewServer(Map<String, Object> fields) {
		super(fields);
	}

	/**
	 * Create a server.
	 * @param name the name, unique in the account
	 * @return the request
	 * @throws IllegalArgumentException if a text is blank
	 */
	public static NewServer named(String name) {
		return new NewServer(Map.of()).field("Name", required("name", name));
	}

	@Override
	protected NewServer with(Map<String, Object> fields) {
		return new NewServer(fields);
	}

	/**
	 * Set whether it delivers; it does unless told otherwise, and this cannot be changed
	 * later.
	 * @param deliveryType whether it delivers
	 * @return a new request
	 */
	public NewServer deliveryType(DeliveryType deliveryType) {
		return field("DeliveryType", deliveryType);
	}

	/**
	 * Set the colour in Postmark's pages.
	 * @param color the colour in Postmark's pages
	 * @return a new request
	 */
	public NewServer color(ServerColor color) {
		return field("Color", color);
	}

	/**
	 * Set whether mail can be sent by SMTP.
	 * @param smtpApiActivated whether mail can be sent by SMTP
	 * @return a new request
	 */
	public NewServer smtpApiActivated(boolean smtpApiActivated) {
		return field("SmtpApiActivated", smtpApiActivated);
	}

	/**
	 * Set whether inbound webhooks carry the raw mail.
	 * @param rawEmailEnabled whether inbound webhooks carry the raw mail
	 * @return a new request
	 */
	public NewServer rawEmailEnabled(boolean rawEmailEnabled) {
		return field("RawEmailEnabled", rawEmailEnabled);
	}

	/**
	 * Set where inbound mail is posted to.
	 * @param inboundHookUrl where inbound mail is posted to
	 * @return a new request
	 */
	public NewServer inboundHookUrl(String inboundHookUrl) {
		return field("InboundHookUrl", inboundHookUrl);
	}

	/**
	 * Set where bounces are posted to, superseded by webhooks.
	 * @param bounceHookUrl where bounces are posted to
	 * @return a new request
	 */
	public NewServer bounceHookUrl(String bounceHookUrl) {
		return field("BounceHookUrl", bounceHookUrl);
	}

	/**
	 * Set where opens are posted to, superseded by webhooks.
	 * @param openHookUrl where opens are posted to
	 * @return a new request
	 */
	public NewServer openHookUrl(String openHookUrl) {
		return field("OpenHookUrl", openHookUrl);
	}

	/**
	 * Set where deliveries are posted to, superseded by webhooks.
	 * @param deliveryHookUrl where deliveries are posted to
	 * @return a new request
	 */
	public NewServer deliveryHookUrl(String deliveryHookUrl) {
		return field("DeliveryHookUrl", deliveryHookUrl);
	}

	/**
	 * Set where clicks are posted to, superseded by webhooks.
	 * @param clickHookUrl where clicks are posted to
	 * @return a new request
	 */
	public NewServer clickHookUrl(String clickHookUrl) {
		return field("ClickHookUrl", clickHookUrl);
	}

	/**
	 * Set whether only the first open is posted.
	 * @param postFirstOpenOnly whether only the first open is posted
	 * @return a new request
	 */
	public NewServer postFirstOpenOnly(boolean postFirstOpenOnly) {
		return field("PostFirstOpenOnly", postFirstOpenOnly);
	}

	/**
	 * Set the domain for inbound mail, which needs an MX record.
	 * @param inboundDomain the domain for inbound mail
	 * @return a new request
	 */
	public NewServer inboundDomain(String inboundDomain) {
		return field("InboundDomain", inboundDomain);
	}

	/**
	 * Set the spam score, 0 to 30, from which inbound mail is blocked.
	 * @param inboundSpamThreshold the spam score
	 * @return a new request
	 */
	public NewServer inboundSpamThreshold(int inboundSpamThreshold) {
		return field("InboundSpamThreshold", spamThreshold(inboundSpamThreshold));
	}

	/**
	 * Set whether opens are tracked where a message does not say.
	 * @param trackOpens whether opens are tracked where a message does not say
	 * @return a new request
	 */
	public NewServer trackOpens(boolean trackOpens) {
		return field("TrackOpens", trackOpens);
	}

	/**
	 * Set where links are tracked where a message does not say.
	 * @param trackLinks where links are tracked where a message does not say
	 * @return a new request
	 */
	public NewServer trackLinks(TrackLinks trackLinks) {
		return field("TrackLinks", trackLinks);
	}

	/**
	 * Set whether bounce webhooks carry the bounced mail.
	 * @param includeBounceContentInHook whether bounce webhooks carry the bounced mail
	 * @return a new request
	 */
	public NewServer includeBounceContentInHook(boolean includeBounceContentInHook) {
		return field("IncludeBounceContentInHook", includeBounceContentInHook);
	}

	/**
	 * Set whether errors of SMTP sends are posted.
	 * @param enableSmtpApiErrorHooks whether errors of SMTP sends are posted
	 * @return a new request
	 */
	public NewServer enableSmtpApiErrorHooks(boolean enableSmtpApiErrorHooks) {
		return field("EnableSmtpApiErrorHooks", enableSmtpApiErrorHooks);
	}

	private static int spamThreshold(int threshold) {
		Assert.isTrue(threshold >= 0 && threshold <= 30,
				() -> "'inboundSpamThreshold' must be 0 to 30, not " + threshold);
		return threshold;
	}

}
