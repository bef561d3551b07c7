package io.github.postmarkspring.emulator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A good body for every route that takes one, and what can be made of it.
 */
final class HostileBodies {

	private static final String CONTENT = """
			"From": "a@b.example", "To": "c@d.example", "Cc": "e@f.example", "Bcc": "g@h.example",
			"ReplyTo": "i@j.example", "Tag": "t", "Metadata": { "k": "v" }, "TrackOpens": true, "TrackLinks": "HtmlOnly",
			"Headers": [ { "Name": "X-A", "Value": "1" } ], "MessageStream": "broadcast",
			"Attachments": [ { "Name": "a.txt", "Content": "AQI=", "ContentType": "text/plain", "ContentID": "cid:a" } ]""";

	private static final String EMAIL = "{ %s, \"Subject\": \"s\", \"HtmlBody\": \"<p>h</p>\", \"TextBody\": \"t\" }"
		.formatted(CONTENT);

	private static final String TEMPLATED = """
			{ %s, "TemplateId": <template>, "TemplateAlias": "hi", "TemplateModel": { "a": { "b": 1 } }, "InlineCss": true }"""
		.formatted(CONTENT);

	private static final String SERVER = """
			{ "Name": "New", "Color": "red", "SmtpApiActivated": true, "RawEmailEnabled": false,
			  "InboundHookUrl": "https://h.example/", "PostFirstOpenOnly": true, "InboundDomain": "in.shop.example",
			  "InboundSpamThreshold": 5, "TrackOpens": true, "TrackLinks": "None", "IncludeBounceContentInHook": true,
			  "EnableSmtpApiErrorHooks": true, "DeliveryType": "Live" }""";

	private static final String WEBHOOK = """
			{ "Url": "https://h.example/", "MessageStream": "outbound", "HttpAuth": { "Username": "u", "Password": "p" },
			  "HttpHeaders": [ { "Name": "X-A", "Value": "1" } ], "Verify": true,
			  "Triggers": { "Open": { "Enabled": true, "PostFirstOpenOnly": true }, "Bounce": { "Enabled": true } } }""";

	private static final String SUPPRESSION = "{ \"Suppressions\": [ { \"EmailAddress\": \"x@y.example\" } ] }";

	private static final String VISITOR = """
			"Client": { "Name": "n" }, "OS": { "Name": "n" }, "Platform": "Desktop", "Geo": { "City": "c" },
			"UserAgent": "u" }""";

	static final Map<String, String> GOOD = good();

	// Raw JSON in the place of any value.
	private static final List<String> INSTEAD = List.of("null", "true", "7", "-1", "1.5", "1e999999999",
			"-1e-999999999", "9223372036854775808", "\"\"", "\"x\"", "\"\\u0000\"", "\"a\\r\\nBcc: b@c.example\"",
			"\"\\u202e\\uffff\"", "\"" + "x".repeat(5_000) + "\"", "\"{{#a}}\"", "[]", "[ null, [], {} ]", "{}",
			"{ \"a\": { \"b\": [ 1 ] } }", "[".repeat(300) + "]".repeat(300), "{ \"\": 1, \"k\": 1, \"K\": 2 }");

	private HostileBodies() {
	}

	private static Map<String, String> good() {
		Map<String, String> good = new LinkedHashMap<>();
		good.put("POST /email", EMAIL);
		good.put("POST /email/batch", "[ " + EMAIL + " ]");
		good.put("POST /email/withTemplate", TEMPLATED);
		good.put("POST /email/batchWithTemplates", "{ \"Messages\": [ " + TEMPLATED + " ] }");
		good.put("POST /email/bulk", """
				{ "From": "a@b.example", "Subject": "{{s}}", "TextBody": "t", "Metadata": { "k": "v" },
				  "Messages": [ { "To": "c@d.example", "Cc": "e@f.example", "TemplateModel": { "s": "x" },
				    "Metadata": { "k": "w" }, "Headers": [ { "Name": "X-A", "Value": "1" } ] } ] }""");
		String template = "{ \"Name\": \"n\", \"Alias\": \"%s\", \"Subject\": \"{{s}}\", \"HtmlBody\": \"h\", \"TextBody\": \"t\" }";
		good.put("POST /templates", template.formatted("new"));
		good.put("PUT /templates/<template>", template.formatted("hi"));
		good.put("POST /templates/validate", """
				{ "Subject": "{{s}}", "HtmlBody": "h", "TextBody": "t", "TestRenderModel": { "s": "x" },
				  "InlineCssForHtmlTestRender": true, "TemplateType": "Standard", "LayoutTemplate": null }""");
		good.put("PUT /templates/push",
				"{ \"SourceServerID\": 1, \"DestinationServerID\": <server>, \"PerformChanges\": true }");
		good.put("PUT /server", SERVER);
		good.put("POST /servers", SERVER);
		good.put("PUT /servers/<server>", SERVER);
		String handling = ", \"Description\": \"d\", \"SubscriptionManagementConfiguration\": { \"UnsubscribeHandlingType\": \"%s\" } }";
		good.put("POST /message-streams", "{ \"ID\": \"new\", \"Name\": \"n\", \"MessageStreamType\": \"Broadcasts\""
				+ handling.formatted("Postmark"));
		good.put("PATCH /message-streams/<stream>", "{ \"Name\": \"n\"" + handling.formatted("Postmark"));
		good.put("POST /message-streams/<stream>/suppressions", SUPPRESSION);
		good.put("POST /message-streams/<stream>/suppressions/delete", SUPPRESSION);
		good.put("POST /triggers/inboundrules", "{ \"Rule\": \"bad.example\" }");
		good.put("POST /webhooks", WEBHOOK);
		good.put("PUT /webhooks/<webhook>", WEBHOOK);
		good.put("POST /domains", "{ \"Name\": \"new.example\", \"ReturnPathDomain\": \"pm.new.example\" }");
		good.put("PUT /domains/<domain>", "{ \"ReturnPathDomain\": \"pm.shop.example\" }");
		String sender = "\"Name\": \"A\", \"ReplyToEmail\": \"r@shop.example\", \"ReturnPathDomain\": \"pm.shop.example\", \"ConfirmationPersonalNote\": \"n\" }";
		good.put("POST /senders", "{ \"FromEmail\": \"new@shop.example\", " + sender);
		good.put("PUT /senders/<sender>", "{ " + sender);
		good.put("POST /data-removals",
				"{ \"RequestedBy\": \"a@b.example\", \"RequestedFor\": \"c@d.example\", \"NotifyWhenCompleted\": true }");
		good.put("POST /_emulator/time", "{ \"Advance\": \"PT1S\" }");
		good.put("POST /_emulator/index-delay", "{ \"Delay\": \"PT0S\" }");
		good.put("POST /_emulator/messages/<message>/open", "{ \"Recipient\": \"c@d.example\", " + VISITOR);
		good.put("POST /_emulator/messages/<message>/click",
				"{ \"Recipient\": \"c@d.example\", \"OriginalLink\": \"https://l.example/\", \"ClickLocation\": \"Text\", "
						+ VISITOR);
		good.put("POST /_emulator/messages/<message>/bounce",
				"{ \"Recipient\": \"c@d.example\", \"Type\": \"SoftBounce\" }");
		good.put("POST /_emulator/inbound",
				"{ \"From\": \"a@b.example\", \"To\": \"c@d.example\", \"Subject\": \"s\", \"TextBody\": \"t\", \"Failed\": true }");
		return good;
	}

	/**
	 * Returns the body with each of its values in turn replaced, twice there, or under
	 * another name.
	 */
	static List<String> variations(String good) {
		List<String> variations = new ArrayList<>(INSTEAD);
		vary(Postmark.json(good), "", "", variations);
		return variations;
	}

	private static void vary(JsonNode node, String before, String after, List<String> variations) {
		INSTEAD.forEach((value) -> variations.add(before + value + after));
		if (node instanceof ObjectNode object) {
			for (Map.Entry<String, JsonNode> field : object.properties()) {
				ObjectNode others = object.deepCopy();
				others.remove(field.getKey());
				String rest = others.isEmpty() ? "}" : ", " + others.toString().substring(1);
				String key = "{ \"" + field.getKey() + "\": ";
				variations.add(before + "{ \"" + field.getKey().toLowerCase(Locale.ROOT) + "\": 1, " + key.substring(2)
						+ field.getValue() + rest + after);
				vary(field.getValue(), before + key, rest + after, variations);
			}
		}
		if (node instanceof ArrayNode array) {
			array.forEach((element) -> vary(element, before + "[ ", " ]" + after, variations));
		}
	}

	static Ids create(Postmark postmark) {
		return new Ids(Map.of("<template>",
				id(postmark.post("/templates",
						"{\"Name\":\"n\",\"Alias\":\"hi\",\"Subject\":\"s\",\"TextBody\":\"t\"}")),
				"<server>", id(postmark.account("POST", "/servers", "{\"Name\":\"Second\"}")), "<stream>", "broadcast",
				"<webhook>", id(postmark.post("/webhooks", "{\"Url\":\"https://h.example/\"}")), "<domain>",
				id(postmark.account("POST", "/domains", "{\"Name\":\"shop.example\"}")), "<sender>",
				id(postmark.account("POST", "/senders", "{\"FromEmail\":\"a@shop.example\",\"Name\":\"A\"}")),
				"<message>", postmark.accepted(EMAIL.replace("broadcast", "outbound"))));
	}

	private static String id(Postmark.Answer answer) {
		JsonNode id = answer.json().has("ID") ? answer.json().get("ID") : answer.json().get("TemplateId");
		return id.asString();
	}

	/**
	 * What was created before, by its placeholder.
	 */
	record Ids(Map<String, String> byPlaceholder) {

		String in(String text) {
			String result = text;
			for (Map.Entry<String, String> id : this.byPlaceholder.entrySet()) {
				result = result.replace(id.getKey(), id.getValue());
			}
			return result;
		}

	}

}
