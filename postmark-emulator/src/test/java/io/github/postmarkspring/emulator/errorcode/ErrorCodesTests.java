package io.github.postmarkspring.emulator.errorcode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.postmarkspring.emulator.Postmark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Postmark's table of error codes against what requests to the emulator are answered
 * with.
 */
class ErrorCodesTests {

	private static final List<String> REFERENCE = List.of(
			// Authentication, all calls, sending
			"0 10 11 12 13 14 100 101 300 400 401 402 403 405 406 409 410 411 412 413 422 1235 1236 1480",
			// Templates
			"601 1100 1101 1105 1109 1120 1121 1122 1123 1124 1125 1130 1131",
			// Servers
			"600 602 603 604 605 606 607 608 609 610 611 612 613 614 615",
			// Messages, bounces, inbound rules, statistics
			"700 701 702 703 800 809 810 811 812 813 900 1000 1001 1002 1003 1500 1501 1502",
			// Message streams
			"1220 1221 1222 1223 1224 1225 1226 1227 1228 1229 1230 1231 1232 1233 1234 1237 1238 1239 1240 1241",
			// Suppressions
			"1400 1401 1402 1403 1404 1405 1406 1407 1408 1409 1410 1411",
			// Sender signatures and domains
			"500 501 502 503 504 505 506 507 508 510 511 512 513 514 515 516 520 521 522 523 709",
			// Data removals, webhooks, SMTP tokens
			"1300 1301 1302 1350 1351 1352 1353 1354 1355 1356 1357 1358 1359 1360 1361 1362 1363 1364",
			"1450 1451 1452 1453 1454 1455 1456 1457 1458 1459 1460");

	/** Why no request can cause them is in the documentation of the emulator. */
	private static final List<String> NEVER = List.of("405 412 413 422 1480", "605 702 703 709 811", "610 615",
			"507 513", "508", "1220 1302", "1241", "1353", "1360", "1400 1401 1402 1403 1501",
			"1450 1451 1452 1453 1454 1455 1456 1457 1458 1459 1460");

	/** Text of an item, which Postmark gives no code. */
	private static final int TEXT_ONLY = 1406;

	@RegisterExtension
	final Postmark postmark = new Postmark();

	@ParameterizedTest
	@MethodSource("causes")
	void aRequestCausesTheCode(Cause cause) {
		Postmark.Answer answer = cause.answer();
		assertThat(answer.error()).as(answer.body()).isEqualTo(cause.status() + "/" + cause.code());
		assertThat(answer.message()).isNotBlank();
		assertThat(answer.header("X-PM-ApiErrorCode")).isEqualTo((cause.code() != 0) ? "" + cause.code() : "");
	}

	@Test
	void aComplaintCannotBeTakenBackAndIsToldWithoutACode() {
		String id = this.postmark.accepted(
				"{\"From\":\"a@b.example\",\"To\":\"c@d.example\",\"TextBody\":\"x\",\"MessageStream\":\"outbound\"}");
		this.postmark.post("/_emulator/messages/" + id + "/bounce",
				"{\"Recipient\":\"c@d.example\",\"Type\":\"SpamComplaint\"}");
		Postmark.Answer answer = this.postmark.post("/message-streams/outbound/suppressions/delete",
				"{\"Suppressions\":[{\"EmailAddress\":\"c@d.example\"}]}");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.json()).isEqualTo(Postmark.json("""
				{ "Suppressions": [ { "EmailAddress": "c@d.example", "Status": "Failed",
				    "Message": "You do not have the required authority to change this suppression." } ] }"""));
	}

	@Test
	void everyCodeOfTheReferenceIsCausedByATestOrCannotBeCaused() {
		Set<Integer> caused = causes().map(Cause::code).collect(Collectors.toCollection(TreeSet::new));
		caused.add(TEXT_ONLY);
		assertThat(caused).doesNotContainAnyElementsOf(codes(NEVER));
		caused.addAll(codes(NEVER));
		assertThat(caused).containsExactlyElementsOf(codes(REFERENCE)).hasSize(152);
	}

	@Test
	void theDocumentationHasTheReasonOfEveryCodeThatCannotBeCaused() throws IOException {
		List<String> rows = Files.readAllLines(Path.of("../docs/emulator.md"))
			.stream()
			.filter((line) -> line.matches("\\| \\d{3,4}[^|]* \\| [^|]{20,} \\|"))
			.map((line) -> line.split("\\|")[1].replace(",", "").strip())
			.toList();
		assertThat(codes(rows.stream().flatMap(ErrorCodesTests::expanded).toList()))
			.containsExactlyElementsOf(codes(NEVER));
	}

	private static Stream<String> expanded(String codes) {
		return Arrays.stream(codes.split(" ")).flatMap((code) -> {
			String[] ends = code.split("–");
			return IntStream.rangeClosed(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]))
				.mapToObj(Integer::toString);
		});
	}

	static Stream<Cause> causes() {
		return Stream
			.of(ServerCauses.sending(), ServerCauses.templates(), ServerCauses.messages(), ServerCauses.streams(),
					ServerCauses.suppressions(), ServerCauses.webhooks(), AccountCauses.servers(),
					AccountCauses.domainsAndSenders(), AccountCauses.dataRemovals())
			.flatMap(List::stream);
	}

	private static Set<Integer> codes(List<String> lists) {
		return lists.stream()
			.flatMap((list) -> Arrays.stream(list.split(" ")))
			.map(Integer::valueOf)
			.collect(Collectors.toCollection(TreeSet::new));
	}

}
