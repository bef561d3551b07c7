package io.github.postmarkspring.client;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.service.annotation.HttpExchange;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Counts the operations of Postmark's reference against what the clients can call.
 */
class OperationsTests {

	/** Made by the sender, which does not go through an interface. */
	private static final List<String> SENT = List.of("POST /email", "POST /email/withTemplate", "POST /email/batch",
			"POST /email/batchWithTemplates");

	private static final List<String> OF_A_SERVER = List.of("POST /email", "POST /email/batch",
			"POST /email/withTemplate", "POST /email/batchWithTemplates", "POST /email/bulk", "GET /email/bulk/{}",
			"GET /email/bulk", "GET /deliverystats", "GET /bounces", "GET /bounces/{}", "GET /bounces/{}/dump",
			"PUT /bounces/{}/activate", "GET /templates", "POST /templates", "GET /templates/{}", "PUT /templates/{}",
			"DELETE /templates/{}", "POST /templates/validate", "GET /server", "PUT /server", "GET /message-streams",
			"POST /message-streams", "GET /message-streams/{}", "PATCH /message-streams/{}",
			"POST /message-streams/{}/archive", "POST /message-streams/{}/unarchive",
			"GET /message-streams/{}/suppressions/dump", "POST /message-streams/{}/suppressions",
			"POST /message-streams/{}/suppressions/delete", "GET /messages/outbound",
			"GET /messages/outbound/{}/details", "GET /messages/outbound/{}/dump", "GET /messages/outbound/opens",
			"GET /messages/outbound/opens/{}", "GET /messages/outbound/clicks", "GET /messages/outbound/clicks/{}",
			"GET /messages/inbound", "GET /messages/inbound/{}/details", "PUT /messages/inbound/{}/bypass",
			"PUT /messages/inbound/{}/retry", "GET /stats/outbound", "GET /stats/outbound/sends",
			"GET /stats/outbound/bounces", "GET /stats/outbound/spam", "GET /stats/outbound/tracked",
			"GET /stats/outbound/opens", "GET /stats/outbound/opens/platforms",
			"GET /stats/outbound/opens/emailclients", "GET /stats/outbound/clicks",
			"GET /stats/outbound/clicks/browserfamilies", "GET /stats/outbound/clicks/platforms",
			"GET /stats/outbound/clicks/location", "GET /triggers/inboundrules", "POST /triggers/inboundrules",
			"DELETE /triggers/inboundrules/{}", "GET /webhooks", "POST /webhooks", "GET /webhooks/{}",
			"PUT /webhooks/{}", "DELETE /webhooks/{}", "POST /webhooks/{}/verify", "GET /webhooks/{}/statistics");

	private static final List<String> OF_AN_ACCOUNT = List.of("PUT /templates/push", "GET /servers", "POST /servers",
			"GET /servers/{}", "PUT /servers/{}", "DELETE /servers/{}", "GET /domains", "POST /domains",
			"GET /domains/{}", "PUT /domains/{}", "DELETE /domains/{}", "PUT /domains/{}/verifyDkim",
			"PUT /domains/{}/verifyReturnPath", "POST /domains/{}/verifyspf", "POST /domains/{}/rotatedkim",
			"GET /senders", "POST /senders", "GET /senders/{}", "PUT /senders/{}", "DELETE /senders/{}",
			"POST /senders/{}/resend", "POST /senders/{}/verifyspf", "POST /senders/{}/requestnewdkim",
			"POST /data-removals", "GET /data-removals/{}");

	@Test
	void theReferenceHasEightySevenOperations() {
		assertThat(Stream.concat(OF_A_SERVER.stream(), OF_AN_ACCOUNT.stream()).distinct()).hasSize(87);
	}

	@Test
	void everyOperationOfAServerCanBeCalled() {
		List<String> callable = new ArrayList<>(operations(PostmarkServerClient.class));
		callable.addAll(SENT);
		assertThat(callable).containsExactlyInAnyOrderElementsOf(OF_A_SERVER);
	}

	@Test
	void everyOperationOfAnAccountCanBeCalled() {
		assertThat(operations(PostmarkAccountClient.class)).containsExactlyInAnyOrderElementsOf(OF_AN_ACCOUNT);
	}

	@Test
	void everyOperationIsInTheTableOfTheDocumentation() throws IOException {
		List<String> table = Files.readAllLines(Path.of("../docs/operations.md"))
			.stream()
			.filter((line) -> line.matches("\\| `[A-Z]+ /.*"))
			.map((line) -> normalize(line.substring(3, line.indexOf('`', 3))))
			.toList();
		assertThat(table)
			.containsExactlyInAnyOrderElementsOf(Stream.concat(OF_A_SERVER.stream(), OF_AN_ACCOUNT.stream()).toList());
	}

	private static List<String> operations(Class<?> client) {
		return Arrays.stream(client.getMethods())
			.filter((method) -> method.getParameterCount() == 0)
			.flatMap((accessor) -> Arrays.stream(accessor.getReturnType().getMethods()))
			.map(OperationsTests::operation)
			.filter((operation) -> !operation.isEmpty())
			.toList();
	}

	private static String operation(Method method) {
		HttpExchange exchange = AnnotatedElementUtils.findMergedAnnotation(method, HttpExchange.class);
		return (exchange != null) ? normalize(exchange.method().toUpperCase(Locale.ROOT) + " " + exchange.url()) : "";
	}

	private static String normalize(String operation) {
		return operation.replaceAll("\\{[^}]*}", "{}");
	}

}
