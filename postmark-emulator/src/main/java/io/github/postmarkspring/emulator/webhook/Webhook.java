package io.github.postmarkspring.emulator.webhook;

import java.util.List;
import java.util.Map;

import io.github.postmarkspring.emulator.http.Json;
import io.github.postmarkspring.emulator.message.Header;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A webhook as it is configured.
 */
record Webhook(long id, String url, String stream, @Nullable Login login, List<Header> headers,
		Map<Trigger, Trigger.Setting> triggers, boolean verified) {

	String status() {
		return this.verified ? "verified" : "unverified";
	}

	List<Trigger> enabled() {
		return this.triggers.entrySet()
			.stream()
			.filter((entry) -> entry.getValue().enabled())
			.map(Map.Entry::getKey)
			.toList();
	}

	Webhook asVerified() {
		return new Webhook(this.id, this.url, this.stream, this.login, this.headers, this.triggers, true);
	}

	ObjectNode toJson() {
		ObjectNode json = Json.object().put("ID", this.id).put("Url", this.url).put("MessageStream", this.stream);
		if (this.login != null) {
			json.putObject("HttpAuth").put("Username", this.login.username()).put("Password", this.login.password());
		}
		ArrayNode headers = json.putArray("HttpHeaders");
		this.headers.forEach((header) -> headers.addObject().put("Name", header.name()).put("Value", header.value()));
		ObjectNode triggers = json.putObject("Triggers");
		this.triggers.forEach((trigger, setting) -> {
			ObjectNode node = triggers.putObject(trigger.wireName()).put("Enabled", setting.enabled());
			if (trigger.option() != null) {
				node.put(trigger.option(), setting.option());
			}
		});
		return json.put("Status", status());
	}

	/**
	 * Both parts are secrets.
	 */
	@Override
	public String toString() {
		return "Webhook[id=" + this.id + "]";
	}

	/**
	 * What the receiver asks for by HTTP Basic authentication.
	 */
	record Login(String username, String password) {

		@Override
		public String toString() {
			return "Login[redacted]";
		}

	}

}
