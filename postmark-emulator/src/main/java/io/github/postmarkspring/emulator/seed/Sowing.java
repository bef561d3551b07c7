package io.github.postmarkspring.emulator.seed;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import io.github.postmarkspring.emulator.domain.SenderSignatures;
import io.github.postmarkspring.emulator.http.ApiException;
import io.github.postmarkspring.emulator.http.DirectCalls;
import io.github.postmarkspring.emulator.http.Json;
import io.github.postmarkspring.emulator.http.JsonFields;
import io.github.postmarkspring.emulator.server.Account;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One seed on its way into an account. Each entry is the body of a request, and made as
 * if it had come as one.
 */
final class Sowing {

	private static final Set<String> OF_ACCOUNT = names("Servers", "Domains", "Senders");

	private static final Set<String> OF_SERVER = names("ApiTokens", "MessageStreams", "Templates", "InboundRules",
			"Messages", "Suppressions", "Webhooks");

	private final Account account;

	private final DirectCalls calls;

	private final UnaryOperator<String> tokens;

	/**
	 * Creates the way into an account.
	 * @param account the account
	 * @param calls requests to it
	 * @param tokens what has become of a token in the seed
	 */
	Sowing(Account account, DirectCalls calls, UnaryOperator<String> tokens) {
		this.account = account;
		this.calls = calls;
		this.tokens = tokens;
	}

	void sow(JsonFields seed) {
		for (String name : seed.node().propertyNames()) {
			requireKnown(name, "$", OF_ACCOUNT);
		}
		List<JsonFields> servers = objects(seed, "Servers");
		for (int i = 0; i < servers.size(); i++) {
			server(servers.get(i), "$.Servers[" + i + "]", i == 0);
		}
		each(seed, "$", "Domains", (domain) -> post("/domains", this.account.token(), domain.node()));
		each(seed, "$", "Senders", this::sender);
	}

	private void sender(JsonFields sender) {
		JsonNode signature = post("/senders", this.account.token(), sender.node());
		if (Boolean.TRUE.equals(sender.flag("Confirmed"))) {
			SenderSignatures.of(this.account).confirm(signature.get("ID").asLong());
		}
	}

	/**
	 * Messages come before what keeps them from being sent, and before what is told of
	 * them.
	 */
	private void server(JsonFields server, String path, boolean first) {
		String token = at(path, () -> create(server, path, first));
		each(server, path, "MessageStreams", (stream) -> post("/message-streams", token, stream.node()));
		each(server, path, "Templates", (template) -> post("/templates", token, template.node()));
		each(server, path, "InboundRules", (rule) -> post("/triggers/inboundrules", token, rule.node()));
		each(server, path, "Messages", (message) -> post(sendingPath(message), token, message.node()));
		each(server, path, "Suppressions", (suppression) -> suppress(suppression, token));
		each(server, path, "Webhooks", (webhook) -> post("/webhooks", token, webhook.node()));
	}

	private String create(JsonFields server, String path, boolean first) {
		ObjectNode settings = Json.object();
		for (Map.Entry<String, JsonNode> field : server.node().properties()) {
			if (field.getValue().isContainer()) {
				requireKnown(field.getKey(), path, OF_SERVER);
			}
			else {
				settings.set(field.getKey(), field.getValue());
			}
		}
		String name = JsonFields.of(settings, "$").rawText("Name");
		Set<String> tokens = new LinkedHashSet<>();
		server.strings("ApiTokens").forEach((token) -> tokens.add(this.tokens.apply(token)));
		tokens.addAll(this.account.makeWay((name != null) ? name : "", first));
		JsonNode created = post("/servers", this.account.token(), settings);
		if (tokens.isEmpty()) {
			return created.at("/ApiTokens/0").asString();
		}
		try {
			this.account.changeTokens(created.get("ID").asLong(), List.copyOf(tokens));
		}
		catch (IllegalArgumentException ex) {
			throw ApiException.unprocessable(403, "Invalid request field(s): $.ApiTokens. " + ex.getMessage());
		}
		return tokens.iterator().next();
	}

	private static String sendingPath(JsonFields message) {
		boolean templated = message.has("TemplateAlias") || message.has("TemplateId");
		return templated ? "/email/withTemplate" : "/email";
	}

	private void suppress(JsonFields suppression, String token) {
		String stream = suppression.text("MessageStream");
		String id = URLEncoder.encode((stream != null) ? stream : "outbound", StandardCharsets.UTF_8);
		ObjectNode body = Json.object();
		body.putArray("Suppressions").add(suppression.node());
		JsonNode outcome = post("/message-streams/" + id + "/suppressions", token, body).at("/Suppressions/0");
		if (outcome.get("Status").asString().equals("Failed")) {
			throw ApiException.unprocessable(1408, outcome.get("Message").asString());
		}
	}

	private JsonNode post(String path, String token, JsonNode body) {
		return this.calls.post(path, token, body);
	}

	private static void each(JsonFields parent, String path, String section, Consumer<JsonFields> entry) {
		List<JsonFields> entries = objects(parent, section);
		for (int i = 0; i < entries.size(); i++) {
			JsonFields fields = entries.get(i);
			at(path + "." + section + "[" + i + "]", () -> {
				entry.accept(fields);
				return fields;
			});
		}
	}

	private static List<JsonFields> objects(JsonFields parent, String section) {
		try {
			return parent.objects(section);
		}
		catch (ApiException ex) {
			// It says where.
			throw SeedException.of(ex);
		}
	}

	private static <T> T at(String path, Supplier<T> step) {
		try {
			return step.get();
		}
		catch (ApiException ex) {
			throw SeedException.at(path, ex);
		}
	}

	private static void requireKnown(String name, String path, Set<String> known) {
		if (!known.contains(name)) {
			throw SeedException.of(ApiException.invalidField(
					path + "." + ApiException.quote(name) + ". There may be " + String.join(", ", known) + " here."));
		}
	}

	private static Set<String> names(String... names) {
		Set<String> set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
		set.addAll(List.of(names));
		return set;
	}

}
