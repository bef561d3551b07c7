package io.github.postmarkspring.emulator.webhook;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

import io.github.postmarkspring.emulator.http.Json;
import io.github.postmarkspring.emulator.message.Header;
import io.github.postmarkspring.emulator.posting.Target;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A webhook as it is configured.
 */
record Webhook(long id, String url, String stream, @Nullable Login login, List<Header> headers,
		Map<Trigger, Trigger.Setting> triggers) {

	/**
	 * One trigger that is not verified is enough for the whole not to be.
	 */
	String status() {
		List<Trigger> enabled = enabled();
		return status(this.triggers.entrySet()
			.stream()
			.filter((entry) -> enabled.isEmpty() || entry.getValue().enabled())
			.allMatch((entry) -> entry.getValue().verified()));
	}

	static String status(boolean verified) {
		return verified ? "verified" : "unverified";
	}

	List<Trigger> enabled() {
		return this.triggers.entrySet()
			.stream()
			.filter((entry) -> entry.getValue().enabled())
			.map(Map.Entry::getKey)
			.toList();
	}

	Trigger.Setting setting(Trigger trigger) {
		return this.triggers.getOrDefault(trigger, Trigger.Setting.OFF);
	}

	/**
	 * Returns the same webhook with the triggers verified that the function says.
	 */
	Webhook verified(BiPredicate<Trigger, Trigger.Setting> verified) {
		Map<Trigger, Trigger.Setting> settings = new EnumMap<>(Trigger.class);
		this.triggers
			.forEach((trigger, setting) -> settings.put(trigger, setting.verified(verified.test(trigger, setting))));
		return new Webhook(this.id, this.url, this.stream, this.login, this.headers, settings);
	}

	Target target() {
		Map<String, String> names = new LinkedHashMap<>();
		this.headers.forEach((header) -> names.put(header.name(), header.value()));
		return Target.of(this.url, names,
				(this.login != null) ? this.login.username() + ":" + this.login.password() : null);
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
	 * Nearly everything in it is a secret.
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
