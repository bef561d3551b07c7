package io.github.postmarkspring.client;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

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

	@Test
	void theReferenceHasEightySevenOperations() {
		assertThat(Operations.all().stream().distinct()).hasSize(87);
	}

	@Test
	void everyOperationOfAServerCanBeCalled() {
		List<String> callable = new ArrayList<>(operations(PostmarkServerClient.class));
		callable.addAll(SENT);
		assertThat(callable).containsExactlyInAnyOrderElementsOf(Operations.OF_A_SERVER);
	}

	@Test
	void everyOperationOfAnAccountCanBeCalled() {
		assertThat(operations(PostmarkAccountClient.class))
			.containsExactlyInAnyOrderElementsOf(Operations.OF_AN_ACCOUNT);
	}

	@Test
	void everyOperationIsInTheTableOfTheDocumentation() throws IOException {
		List<String> table = Files.readAllLines(Path.of("../docs/operations.md"))
			.stream()
			.filter((line) -> line.matches("\\| `[A-Z]+ /.*"))
			.map((line) -> normalize(line.substring(3, line.indexOf('`', 3))))
			.toList();
		assertThat(table).containsExactlyInAnyOrderElementsOf(Operations.all());
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
