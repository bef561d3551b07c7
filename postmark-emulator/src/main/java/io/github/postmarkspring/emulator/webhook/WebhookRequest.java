package io.github.postmarkspring.emulator.webhook;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import io.github.postmarkspring.emulator.http.ApiException;
import io.github.postmarkspring.emulator.http.JsonFields;
import io.github.postmarkspring.emulator.message.Header;
import io.github.postmarkspring.emulator.server.EmulatedServer;
import io.github.postmarkspring.emulator.stream.MessageStream;
import io.github.postmarkspring.emulator.stream.MessageStreams;
import org.jspecify.annotations.Nullable;

/**
 * A webhook as it was sent. The first rule that is broken is the one answered.
 */
final class WebhookRequest {

	private static final Pattern HEADER_NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

	private static final int MAX_HEADERS = 30;

	private WebhookRequest() {
	}

	static Webhook create(JsonFields sent, EmulatedServer server) {
		if (sent.has("ID")) {
			throw error(1356, "The 'ID' of a webhook cannot be chosen.");
		}
		refuseStatus(sent);
		String id = sent.text("MessageStream");
		MessageStream stream = MessageStreams.of(server).require((id != null) ? id : MessageStreams.DEFAULT);
		if (stream.archived()) {
			throw error(1350, "A webhook cannot be added to an archived message stream.");
		}
		if (!stream.sends()) {
			throw error(1351, "A webhook cannot be added to an inbound message stream.");
		}
		String url = url(sent.text("Url"));
		return new Webhook(server.nextId(), url, stream.id(), login(sent), headers(sent), triggers(sent, Map.of()));
	}

	static Webhook edit(JsonFields sent, Webhook before) {
		Long id = sent.number("ID");
		String stream = sent.text("MessageStream");
		if ((id != null && id != before.id()) || (stream != null && !stream.equalsIgnoreCase(before.stream()))) {
			throw error(1357, "The 'ID' and the 'MessageStream' of a webhook cannot be changed.");
		}
		refuseStatus(sent);
		String url = sent.has("Url") ? url(sent.text("Url")) : before.url();
		Map<Trigger, Trigger.Setting> triggers = triggers(sent, before.triggers());
		return new Webhook(before.id(), url, before.stream(), sent.has("HttpAuth") ? login(sent) : before.login(),
				sent.has("HttpHeaders") ? headers(sent) : before.headers(), triggers);
	}

	private static void refuseStatus(JsonFields sent) {
		if (!sent.has("Status")) {
			return;
		}
		String status = sent.text("Status");
		if (!"verified".equalsIgnoreCase(status) && !"unverified".equalsIgnoreCase(status)) {
			throw error(1362, "The 'Status' is either 'verified' or 'unverified'.");
		}
		throw error(1363, "The 'Status' of a webhook cannot be set.");
	}

	private static String url(@Nullable String url) {
		try {
			URI uri = new URI((url != null) ? url : "");
			if (url != null && uri.getHost() != null
					&& ("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()))) {
				return url;
			}
		}
		catch (URISyntaxException ex) {
			// Answered below.
		}
		throw error(1354, "The webhook needs a valid 'Url'.");
	}

	private static Webhook.@Nullable Login login(JsonFields sent) {
		JsonFields login = sent.object("HttpAuth");
		if (login == null) {
			return null;
		}
		String username = login.rawText("Username");
		String password = login.rawText("Password");
		if (username == null || password == null) {
			throw error(1361, "The 'HttpAuth' needs a 'Username' and a 'Password'.");
		}
		return (username.isEmpty() && password.isEmpty()) ? null : new Webhook.Login(username, password);
	}

	private static List<Header> headers(JsonFields sent) {
		List<JsonFields> headers = sent.objects("HttpHeaders");
		if (headers.size() > MAX_HEADERS) {
			throw error(1361, "A webhook is limited to " + MAX_HEADERS + " headers.");
		}
		return headers.stream().map((header) -> {
			String name = header.text("Name");
			if (name == null || !HEADER_NAME.matcher(name).matches()) {
				throw error(1358, "The name of a header is not valid.");
			}
			String value = header.rawText("Value");
			if (value == null || value.chars().anyMatch((ch) -> ch < 0x20 && ch != '\t')) {
				throw error(1361, "The value of a header is not valid.");
			}
			return new Header(name, value);
		}).toList();
	}

	private static Map<Trigger, Trigger.Setting> triggers(JsonFields sent, Map<Trigger, Trigger.Setting> before) {
		JsonFields triggers = sent.object("Triggers");
		Map<Trigger, Trigger.Setting> settings = new EnumMap<>(Trigger.class);
		for (Trigger trigger : Trigger.values()) {
			Trigger.Setting old = before.getOrDefault(trigger, Trigger.Setting.OFF);
			JsonFields setting = (triggers != null) ? triggers.object(trigger.wireName()) : null;
			settings.put(trigger, (setting != null) ? setting(setting, trigger, old) : old);
		}
		return settings;
	}

	private static Trigger.Setting setting(JsonFields sent, Trigger trigger, Trigger.Setting before) {
		@Nullable Boolean enabled = sent.flag("Enabled");
		String name = trigger.option();
		@Nullable Boolean option = (name != null) ? sent.flag(name) : null;
		return new Trigger.Setting((enabled != null) ? enabled : before.enabled(),
				(option != null) ? option : before.option(), before.verified());
	}

	private static ApiException error(int code, String message) {
		return ApiException.unprocessable(code, message);
	}

}
