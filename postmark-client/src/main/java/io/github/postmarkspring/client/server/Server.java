package io.github.postmarkspring.client.server;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A server of a Postmark account: its settings and its tokens. Everything but the id may
 * be missing from an answer.
 *
 * @param id the id
 * @param name the name, unique in the account
 * @param apiTokens the tokens of the server: secrets, which {@link #toString} leaves out
 * @param serverLink the server's page at Postmark
 * @param color the colour in Postmark's pages
 * @param smtpApiActivated whether mail can be sent by SMTP
 * @param rawEmailEnabled whether inbound webhooks carry the raw mail
 * @param deliveryType {@code Live} or {@code Sandbox}
 * @param inboundAddress the address for inbound mail
 * @param inboundHookUrl where inbound mail is posted to
 * @param bounceHookUrl where bounces are posted to, superseded by webhooks
 * @param openHookUrl where opens are posted to, superseded by webhooks
 * @param deliveryHookUrl where deliveries are posted to, superseded by webhooks
 * @param clickHookUrl where clicks are posted to, superseded by webhooks
 * @param postFirstOpenOnly whether only the first open is posted
 * @param inboundDomain the domain for inbound mail
 * @param inboundHash the local part of {@code inboundAddress}
 * @param inboundSpamThreshold the spam score, 0 to 30, from which inbound mail is blocked
 * @param trackOpens whether opens are tracked where a message does not say
 * @param trackLinks where links are tracked where a message does not say
 * @param includeBounceContentInHook whether bounce webhooks carry the bounced mail
 * @param enableSmtpApiErrorHooks whether errors of SMTP sends are posted
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/server-api">Postmark: Server
 * API</a>
 */
public record Server(@JsonProperty("ID") long id, @JsonProperty("Name") @Nullable String name,
		@JsonProperty("ApiTokens") @Nullable List<String> apiTokens,
		@JsonProperty("ServerLink") @Nullable String serverLink, @JsonProperty("Color") @Nullable String color,
		@JsonProperty("SmtpApiActivated") @Nullable Boolean smtpApiActivated,
		@JsonProperty("RawEmailEnabled") @Nullable Boolean rawEmailEnabled,
		@JsonProperty("DeliveryType") @Nullable String deliveryType,
		@JsonProperty("InboundAddress") @Nullable String inboundAddress,
		@JsonProperty("InboundHookUrl") @Nullable String inboundHookUrl,
		@JsonProperty("BounceHookUrl") @Nullable String bounceHookUrl,
		@JsonProperty("OpenHookUrl") @Nullable String openHookUrl,
		@JsonProperty("DeliveryHookUrl") @Nullable String deliveryHookUrl,
		@JsonProperty("ClickHookUrl") @Nullable String clickHookUrl,
		@JsonProperty("PostFirstOpenOnly") @Nullable Boolean postFirstOpenOnly,
		@JsonProperty("InboundDomain") @Nullable String inboundDomain,
		@JsonProperty("InboundHash") @Nullable String inboundHash,
		@JsonProperty("InboundSpamThreshold") @Nullable Integer inboundSpamThreshold,
		@JsonProperty("TrackOpens") @Nullable Boolean trackOpens,
		@JsonProperty("TrackLinks") @Nullable String trackLinks,
		@JsonProperty("IncludeBounceContentInHook") @Nullable Boolean includeBounceContentInHook,
		@JsonProperty("EnableSmtpApiErrorHooks") @Nullable Boolean enableSmtpApiErrorHooks) {

	/**
	 * Return the id and the name: the tokens are secrets, and the URLs may hold some.
	 */
	@Override
	public String toString() {
		return "Server[id=" + this.id + ", name=" + this.name + "]";
	}

}
