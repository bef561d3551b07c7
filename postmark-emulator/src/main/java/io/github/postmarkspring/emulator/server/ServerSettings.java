package io.github.postmarkspring.emulator.server;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What can be edited of a server.
 *
 * @param name its name, unique in the account
 * @param color its colour, in lower case
 * @param smtpApiActivated whether SMTP is on
 * @param rawEmailEnabled whether the source of inbound mail is posted too
 * @param hookUrls the URLs that are older than the Webhooks API, by field name
 * @param postFirstOpenOnly whether only the first open is posted
 * @param inboundDomain the domain that takes inbound mail, perhaps empty
 * @param inboundSpamThreshold from which score on inbound mail is blocked; 0 for never
 * @param trackOpens whether opens are tracked, whatever the message says
 * @param trackLinks which links are tracked if the message does not say
 * @param includeBounceContentInHook whether bounces are posted with their content
 * @param enableSmtpApiErrorHooks whether SMTP API errors are posted
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/server-api">Server API</a>
 */
public record ServerSettings(String name, String color, boolean smtpApiActivated, boolean rawEmailEnabled,
		Map<String, String> hookUrls, boolean postFirstOpenOnly, String inboundDomain, int inboundSpamThreshold,
		boolean trackOpens, String trackLinks, boolean includeBounceContentInHook, boolean enableSmtpApiErrorHooks) {

	static ServerSettings named(String name) {
		Map<String, String> hooks = new LinkedHashMap<>();
		for (String hook : new String[] { "Inbound", "Bounce", "Open", "Delivery", "Click" }) {
			hooks.put(hook + "HookUrl", "");
		}
		return new ServerSettings(name, "blue", true, false, hooks, false, "", 0, false, "None", false, false);
	}

}
