package io.github.postmarkspring.boot.autoconfigure.webhook;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Verified bodies that are no events.
 */
final class JsonCases {

	private JsonCases() {
	}

	static List<HostileCase> all() {
		List<HostileCase> cases = new ArrayList<>();
		texts().forEach((name, text) -> cases.add(invalid(name, text.getBytes(StandardCharsets.UTF_8))));
		String event = WebhookApplication.BOUNCE;
		cases.add(invalid("UTF-16", event.getBytes(StandardCharsets.UTF_16)));
		cases.add(invalid("UTF-16 without a mark", event.getBytes(StandardCharsets.UTF_16LE)));
		cases.add(invalid("UTF-32", event.getBytes(Charset.forName("UTF-32BE"))));
		cases.add(invalid("Latin-1", event.replace("Order", "Größe").getBytes(StandardCharsets.ISO_8859_1)));
		cases.add(invalid("bytes that are no text", new byte[] { 0, 1, 2, (byte) 0xff, (byte) 0xfe }));
		cases.add(invalid("a letter written in too many bytes",
				RawHttp.join("{\"RecordType\":\"".getBytes(StandardCharsets.US_ASCII),
						new byte[] { (byte) 0xc1, (byte) 0x82, '"', '}' })));
		return cases;
	}

	private static Map<String, String> texts() {
		String event = WebhookApplication.BOUNCE;
		Map<String, String> texts = new LinkedHashMap<>();
		texts.put("nothing", "");
		texts.put("white space", " \r\n\t");
		texts.put("null", "null");
		texts.put("true", "true");
		texts.put("a number", "1");
		texts.put("a text", "\"Bounce\"");
		texts.put("an empty list", "[]");
		texts.put("an event in a list", "[" + event + "]");
		texts.put("an empty object", "{}");
		texts.put("an object that is not closed", event.substring(0, event.length() - 2));
		texts.put("two events", event + event);
		texts.put("something after the event", event + " x");
		texts.put("a bracket after the event", event + "}");
		texts.put("a byte order mark", "\uFEFF" + event);
		texts.put("a name twice", event.replace("\"TypeCode\": 1", "\"TypeCode\": 1, \"ID\": 7"));
		texts.put("a type twice",
				event.replace("\"TypeCode\": 1", "\"TypeCode\": 1, \"RecordType\": \"SpamComplaint\""));
		texts.put("a name twice in an object inside", event.replace("\"orderId\"", "\"orderId\": \"41\", \"orderId\""));
		texts.put("70 levels", event.replace("\"42\"", "[".repeat(70) + "]".repeat(70)));
		texts.put("thousands of levels", "[".repeat(10_000));
		texts.put("a comment", "/* x */" + event);
		texts.put("single quotes", event.replace('"', '\''));
		texts.put("a comma too many", event.replace("\"Order 42\" }", "\"Order 42\", }"));
		texts.put("not a number", event.replace("4302117755", "NaN"));
		texts.put("a number of a thousand digits", event.replace("4302117755", "9".repeat(1000)));
		texts.put("a number beyond a long", event.replace("4302117755", "92233720368547758080"));
		texts.put("a number with a large exponent", event.replace("4302117755", "1e999999999"));
		texts.put("a fraction where an id belongs", event.replace("4302117755", "1.5"));
		texts.put("a zero byte in a text", event.replace("Order 42", "Order\0 42"));
		texts.put("an escape that is cut", event.replace("Order 42\"", "Order \\u00"));
		texts.put("no type", "{ \"ID\": 1, \"Type\": \"HardBounce\", \"Email\": \"ann@mail.example\" }");
		texts.put("a type that is null", "{ \"RecordType\": null, \"ID\": 1, \"Type\": \"HardBounce\" }");
		texts.put("a type that is an object", event.replace("\"RecordType\": \"Bounce\"", "\"RecordType\": {}"));
		texts.put("a form", "payload=%7B%7D");
		texts.put("XML", "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><x>&e;</x>");
		return texts;
	}

	private static HostileCase invalid(String name, byte[] body) {
		return HostileCase.body(name, 400, "invalid", body);
	}

}
