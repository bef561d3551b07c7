package io.github.postmarkspring.client.server;

import java.util.List;

import io.github.postmarkspring.client.http.Lists;
import io.github.postmarkspring.client.http.PostmarkNames;
import io.github.postmarkspring.client.message.TrackLinks;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A server of a Postmark account: its settings and its tokens. Everything but the id may
 * be missing from an answer.
 *
 * @param id the id
 * @param name the name, unique in the account, or {@code null}
 * @param apiTokens the tokens of the server: secrets, which {@link #toString} leaves out
 * @param serverLink the server's page at Postmark, or {@code null}
 * @param color the colour in Postmark's pages, or {@code null}
 * @param smtpApiActivated whether mail can be sent by SMTP, or {@code null}
 * @param rawEmailEnabled whether inbound webhooks carry the raw mail, or {@code null}
 * @param deliveryType whether it delivers, or {@code null}
 * @param inboundAddress the address for inbound mail, or {@code null}
 * @param inboundHookUrl where inbound mail is posted to, or {@code null}
 * @param bounceHookUrl where bounces are posted to, superseded by webhooks, or {@code
 * null}
 * @param openHookUrl where opens are posted to, superseded by webhooks, or {@code null}
 * @param deliveryHookUrl where deliveries are posted to, superseded by webhooks, or
 * {@code null}
 * @param clickHookUrl where clicks are posted to, superseded by webhooks, or {@code
 * null}
 * @param postFirstOpenOnly whether only the first open is posted, or {@code null}
 * @param inboundDomain the domain for inbound mail, or {@code null}
 * @param inboundHash the local part of {@code inboundAddress}, or {@code null}
 * @param inboundSpamThreshold the spam score, 0 to 30, from which inbound mail is
 * blocked, or {@code null}
 * @param trackOpens whether opens are tracked where a message does not say, or {@code
 * null}
 * @param trackLinks where links are tracked where a message does not say, or {@code
 * null}
 * @param includeBounceContentInHook whether bounce webhooks carry the bounced mail, or
 * {@code null}
 * @param enableSmtpApiErrorHooks whether errors of SMTP sends are posted, or {@code
 * null}
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/servers-api">Postmark: Servers
 * API</a>
 */
@JsonNaming(PostmarkNames.class)
public record Server(long id, @Nullable String name, List<String> apiTokens, @Nullable String serverLink,
		@Nullable ServerColor color, @Nullable Boolean smtpApiActivated, @Nullable Boolean rawEmailEnabled,
		@Nullable DeliveryType deliveryType, @Nullable String inboundAddress, @Nullable String inboundHookUrl,
		@Nullable String bounceHookUrl, @Nullable String openHookUrl, @Nullable String deliveryHookUrl,
		@Nullable String clickHookUrl, @Nullable Boolean postFirstOpenOnly, @Nullable String inboundDomain,
		@Nullable String inboundHash, @Nullable Integer inboundSpamThreshold, @Nullable Boolean trackOpens,
		@Nullable TrackLinks trackLinks, @Nullable Boolean includeBounceContentInHook,
		@Nullable Boolean enableSmtpApiErrorHooks) {

	public Server {
		apiTokens = Lists.copy(apiTokens);
	}

	/**
	 * Return what identifies it: the tokens are secrets, and the URLs may hold some.
	 */
	@Override
	public String toString() {
		return "Server[id=" + this.id + ", name=" + this.name + "]";
	}

}
