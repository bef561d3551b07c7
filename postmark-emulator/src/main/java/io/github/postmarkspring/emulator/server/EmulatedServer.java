package io.github.postmarkspring.emulator.server;

import io.github.postmarkspring.emulator.http.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * The one server of the emulated account.
 *
 * @param id its number
 * @param name its name
 * @param link where a person can look at it
 * @param token its token
 */
record EmulatedServer(long id, String name, String link, String token) {

	ObjectNode toJson() {
		ObjectNode json = Json.object().put("ID", this.id).put("Name", this.name);
		json.putArray("ApiTokens").add(this.token);
		json.put("ServerLink", this.link).put("Color", "blue");
		json.put("SmtpApiActivated", true).put("RawEmailEnabled", false).put("DeliveryType", "Live");
		json.put("InboundAddress", "f00dcafe@inbound.postmarkapp.com");
		for (String hook : new String[] { "Inbound", "Bounce", "Open", "Delivery", "Click" }) {
			json.put(hook + "HookUrl", "");
		}
		json.put("PostFirstOpenOnly", false).put("InboundDomain", "").put("InboundHash", "f00dcafe");
		json.put("InboundSpamThreshold", 0).put("TrackOpens", false).put("TrackLinks", "None");
		return json.put("IncludeBounceContentInHook", false).put("EnableSmtpApiErrorHooks", false);
	}

	@Override
	public String toString() {
		return "EmulatedServer[id=" + this.id + ", name=" + this.name + "]";
	}

}
