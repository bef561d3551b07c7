package io.github.postmarkspring.boot.autoconfigure;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.postmarkspring.client.PostmarkClientFactory;
import io.github.postmarkspring.client.PostmarkServer;
import io.github.postmarkspring.client.PostmarkServerClient;
import io.github.postmarkspring.client.http.ApiToken;
import io.github.postmarkspring.client.message.MessageDefaults;
import io.github.postmarkspring.client.message.PostmarkSender;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever is printed: values that hold a secret do not show it.
 */
class SecretsInToStringTests {

	private static final String SECRET = "s3cr3t-0123456789-abcdefghij";

	/** Components of records whose names say that they are secret. */
	private static final String NAMES = "(?i).*(token|tokens|password|passwords|secret|secrets)";

	static Stream<Class<?>> recordsWithASecret() {
		return new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
			.importPackages("io.github.postmarkspring.client", "io.github.postmarkspring.boot")
			.stream()
			.map(JavaClass::reflect)
			.filter(Class::isRecord)
			.filter((type) -> Arrays.stream(type.getRecordComponents()).anyMatch(SecretsInToStringTests::isSecret));
	}

	private static boolean isSecret(RecordComponent component) {
		return component.getName().matches(NAMES)
				&& (component.getType() == String.class || component.getType() == List.class);
	}

	@ParameterizedTest
	@MethodSource("recordsWithASecret")
	void aRecordDoesNotShowItsSecret(Class<?> type) throws Exception {
		RecordComponent[] components = type.getRecordComponents();
		Constructor<?> constructor = type
			.getDeclaredConstructor(Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new));
		constructor.setAccessible(true);
		Object[] arguments = Arrays.stream(components).map(SecretsInToStringTests::argument).toArray();
		assertThat(constructor.newInstance(arguments).toString()).doesNotContain(SECRET);
	}

	@Test
	void noClientShowsItsToken() {
		PostmarkClientFactory factory = PostmarkClientFactory.create(URI.create("https://api.example"),
				RestClient.builder());
		PostmarkServerClient server = factory.serverClient(() -> SECRET);
		PostmarkSender sender = factory.sender(() -> SECRET, MessageDefaults.none());
		assertThat(List.of(factory, server, sender, factory.accountClient(() -> SECRET), ApiToken.server(() -> SECRET),
				ApiToken.account(() -> SECRET), new PostmarkServer("", sender, server)))
			.allSatisfy((object) -> assertThat(object.toString()).doesNotContain(SECRET));
	}

	private static @Nullable Object argument(RecordComponent component) {
		Class<?> type = component.getType();
		if (isSecret(component)) {
			return (type == String.class) ? SECRET : List.of(SECRET);
		}
		if (type == String.class) {
			return "text";
		}
		if (type == boolean.class) {
			return false;
		}
		if (type == int.class) {
			return 1;
		}
		if (type == long.class) {
			return 1L;
		}
		return Stream.of(List.of(), Map.of(), Set.of(), URI.create("https://api.example"))
			.filter(type::isInstance)
			.findFirst()
			.orElse(null);
	}

}
