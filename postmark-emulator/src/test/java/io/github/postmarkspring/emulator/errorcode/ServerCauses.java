package io.github.postmarkspring.emulator.errorcode;

import java.util.List;

import io.github.postmarkspring.emulator.http.Fault;

/**
 * What causes the codes of the calls with a server token.
 */
final class ServerCauses {

	private static final String EMAIL = "POST /email {\"From\":\"a@b.example\",\"To\":\"c@d.example\",\"TextBody\":\"x\"}";

	private static final String MESSAGE = "{\"From\":\"a@b.example\",\"To\":\"c@d.example\",\"TextBody\":\"x\"}";

	private static final String NOTES = "POST /message-streams {\"ID\":\"notes\",\"Name\":\"Notes\",\"MessageStreamType\":\"Transactional\"}";

	private static final String BASE = "POST /templates {\"Name\":\"Base\",\"Alias\":\"base\",\"TemplateType\":\"Layout\",\"TextBody\":\"{{{ @content }}}\"}";

	private static final String HOOK = "POST /webhooks {\"Url\":\"https://hooks.shop.example/\"}";

	private ServerCauses() {
	}

	static List<Cause> sending() {
		return List.of(Cause.of(200, 0, EMAIL), Cause.of(401, 10, "GET /server (no token)"),
				Cause.of(11, "POST /email/bulk {\"From\":\"x\",\"TextBody\":\"x\",\"Messages\":[{\"To\":\"y\"}]}"),
				Cause.of(404, 12, "GET /email/bulk/0b8f1d3e-5a0c-4c61-9f6e-3f2a7c1d9e10"),
				Cause.of(13, "GET /email/bulk?paginationKey=x"),
				Cause.of(14, "GET /email/bulk").with((emulator) -> emulator.bulkApproved(false)),
				Cause.of(503, 100, EMAIL)
					.before((emulator) -> emulator.control().fail("POST", "/email", 1, Fault.maintenance())),
				Cause.of(500, 101, EMAIL)
					.before((emulator) -> emulator.control().fail("POST", "/email", 1, Fault.serverError())),
				Cause.of(300, "POST /email {}"), Cause.of(400, EMAIL).with((emulator) -> emulator.checkSenders(true)),
				Cause.of(401, "POST /senders {\"FromEmail\":\"a@b.example\",\"Name\":\"A\"}", EMAIL)
					.with((emulator) -> emulator.checkSenders(true)),
				Cause.of(402, "POST /email {"), Cause.of(403, "POST /email {\"Metadata\":[]}"),
				Cause.of(406,
						"POST /message-streams/outbound/suppressions {\"Suppressions\":[{\"EmailAddress\":\"c@d.example\"}]}",
						EMAIL),
				Cause.of(415, 409, "POST /email (no type)"),
				Cause.of(410, "POST /email/batch [" + (MESSAGE + ",").repeat(500) + MESSAGE + "]"),
				Cause.of(411,
						EMAIL.replace("}",
								",\"Attachments\":[{\"Name\":\"a.exe\",\"Content\":\"\",\"ContentType\":\"a/b\"}]}")),
				Cause.of(1235, EMAIL.replace("}", ",\"MessageStream\":\"x\"}")),
				Cause.of(1236, EMAIL.replace("}", ",\"MessageStream\":\"inbound\"}")));
	}

	static List<Cause> templates() {
		String push = "PUT /templates/push {\"SourceServerID\":1,\"DestinationServerID\":{ID},\"PerformChanges\":true}";
		return List.of(Cause.of(601, push.replace("{ID}", "999")), Cause.of(1100, "GET /templates?count=501&offset=0"),
				Cause.of(1101, "GET /templates/none"),
				Cause.afterMany(1105, 100, "POST /templates {\"Name\":\"#\",\"Subject\":\"s\",\"TextBody\":\"t\"}"),
				Cause.of(1109, "POST /templates null"),
				Cause.of(1120, "POST /templates {\"Name\":\"a\",\"TextBody\":\"t\"}"),
				Cause.of(1121,
						"POST /templates {\"Name\":\"" + "n".repeat(256) + "\",\"Subject\":\"s\",\"TextBody\":\"t\"}"),
				Cause.of(1122, "POST /templates {\"Name\":\"a\",\"Alias\":\"1\",\"Subject\":\"s\",\"TextBody\":\"t\"}"),
				Cause.of(1123, BASE.replace("\"TextBody\"", "\"Subject\":\"s\",\"TextBody\"")),
				Cause.of(1124, "POST /servers {\"Name\":\"Second\"}", push),
				Cause.of(1125, BASE, "POST /servers {\"Name\":\"Second\"}", push, "DELETE /templates/base",
						"POST /templates {\"Name\":\"a\",\"Alias\":\"base\",\"Subject\":\"s\",\"TextBody\":\"t\"}",
						push),
				Cause.of(1130, BASE,
						"POST /templates {\"Name\":\"a\",\"Subject\":\"s\",\"TextBody\":\"t\",\"LayoutTemplate\":\"base\"}",
						"DELETE /templates/base"),
				Cause.of(1131, BASE.replace("{{{ @content }}}", "none")));
	}

	static List<Cause> messages() {
		String rule = "POST /triggers/inboundrules {\"Rule\":\"bad.example\"}";
		String softBounce = EMAIL.replace("c@d.example", "SoftBounce@bounce-testing.postmarkapp.com");
		return List.of(Cause.of(700, "GET /messages/outbound"), Cause.of(701, "GET /messages/outbound/x/details"),
				Cause.of(800, "GET /triggers/inboundrules?count=501&offset=0"),
				Cause.of(809, "POST /triggers/inboundrules null"), Cause.of(810, rule, rule),
				Cause.of(812, "DELETE /triggers/inboundrules/9"),
				Cause.of(813, "POST /triggers/inboundrules {\"Rule\":\"x\"}"),
				Cause.of(900, "GET /stats/outbound?fromdate=x"), Cause.of(1000, "GET /bounces?count=1&offset=-1"),
				Cause.of(1001, "GET /bounces/9"), Cause.of(400, 1002, "GET /bounces/x"),
				Cause.of(1003, softBounce, "GET /bounces?count=1&offset=0", "PUT /bounces/{ID}/activate"),
				Cause.of(1226, "GET /stats/outbound?messagestream=x"),
				Cause.of(1500, "GET /stats/outbound?fromdate=2001-01-01"),
				Cause.of(1502, "GET /stats/outbound/sends?fromdate=2026-11-02&todate=2026-11-01"));
	}

	static List<Cause> streams() {
		return List.of(Cause.of(1221, NOTES.replace("Transactional", "x")),
				Cause.of(1222, NOTES.replace("\"notes\"", "\"\"")), Cause.of(1223, NOTES.replace("\"Notes\"", "\"\"")),
				Cause.of(1224, NOTES.replace("Notes", "n".repeat(101))),
				Cause.afterMany(1225, 7, NOTES.replace("notes", "notes-#")), Cause.of(1226, "GET /message-streams/x"),
				Cause.of(1227, NOTES.replace("notes", "1")), Cause.of(1228, NOTES.replace("Transactional", "Inbound")),
				Cause.of(1229, "POST /message-streams/outbound/archive"), Cause.of(1230, NOTES, NOTES),
				Cause.of(1231, described("d".repeat(1001))),
				Cause.of(1232, NOTES, "POST /message-streams/notes/archive",
						"POST /_emulator/time {\"Advance\":\"P46D\"}", "POST /message-streams/notes/unarchive"),
				Cause.of(1233, NOTES.replace("notes", "pm-notes")), Cause.of(1234, described("<b>d</b>")),
				Cause.of(1237, NOTES.replace("notes", "all")),
				Cause.of(1238, handled("Custom").replace("Transactional", "Broadcasts")),
				Cause.of(1239, handled("None").replace("Transactional", "Broadcasts")), Cause.of(1240, handled("x")));
	}

	private static String described(String text) {
		return NOTES.replace("}", ",\"Description\":\"" + text + "\"}");
	}

	private static String handled(String type) {
		return NOTES.replace("}",
				",\"SubscriptionManagementConfiguration\":{\"UnsubscribeHandlingType\":\"" + type + "\"}}");
	}

	static List<Cause> suppressions() {
		String suppressions = "/message-streams/outbound/suppressions";
		String entry = "{\"EmailAddress\":\"c@d.example\"}";
		return List.of(Cause.of(1404, "GET " + suppressions + "/dump?SuppressionReason=x"),
				Cause.of(1405, "GET " + suppressions + "/dump?Origin=x"),
				Cause.of(1407, "GET " + suppressions + "/dump?fromdate=x"),
				Cause.of(1408, "GET " + suppressions + "/dump?EmailAddress=x"),
				Cause.of(1409, "POST " + suppressions + " {}"),
				Cause.of(1410,
						"POST " + suppressions + " {\"Suppressions\":[" + (entry + ",").repeat(50) + entry + "]}"),
				Cause.of(1411, "POST " + suppressions + "/delete {\"Suppressions\":[{}]}"));
	}

	static List<Cause> webhooks() {
		return List.of(
				Cause.of(1350, NOTES, "POST /message-streams/notes/archive",
						HOOK.replace("}", ",\"MessageStream\":\"notes\"}")),
				Cause.of(1351, HOOK.replace("}", ",\"MessageStream\":\"inbound\"}")),
				Cause.of(1352, "GET /webhooks/999"), Cause.of(1354, HOOK.replace("https", "ftp")),
				Cause.of(1355, "POST /webhooks null"), Cause.of(1356, HOOK.replace("}", ",\"ID\":1}")),
				Cause.of(1357, HOOK, "PUT /webhooks/{ID} {\"MessageStream\":\"broadcast\"}"),
				Cause.of(1358, HOOK.replace("}", ",\"HttpHeaders\":[{\"Name\":\"a b\",\"Value\":\"v\"}]}")),
				Cause.afterMany(1359, 10, HOOK), Cause.of(1361, HOOK.replace("}", ",\"HttpAuth\":{}}")),
				Cause.of(1362, HOOK.replace("}", ",\"Status\":\"x\"}")),
				Cause.of(1364, HOOK.replace("}", ",\"Triggers\":{\"Bounce\":{\"Enabled\":true}}}"))
					.with((emulator) -> emulator.strictVerification(true)),
				Cause.of(1363, HOOK.replace("}", ",\"Status\":\"verified\"}")));
	}

}
