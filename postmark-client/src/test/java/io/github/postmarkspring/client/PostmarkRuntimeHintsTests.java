package io.github.postmarkspring.client;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.postmarkspring.client.bounce.Bounce;
import io.github.postmarkspring.client.bounce.Bounces;
import io.github.postmarkspring.client.page.Page;
import io.github.postmarkspring.client.webhook.event.BounceEvent;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonNaming;

import org.springframework.aop.framework.AopProxyUtils;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.beans.factory.aot.AotServices;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.service.annotation.HttpExchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.aot.hint.predicate.RuntimeHintsPredicates.proxies;
import static org.springframework.aot.hint.predicate.RuntimeHintsPredicates.reflection;

/**
 * Looks at every class of the client, so that one that is added is not forgotten.
 */
class PostmarkRuntimeHintsTests {

	private static final List<Class<?>> classes = new ClassFileImporter()
		.withImportOption(new ImportOption.DoNotIncludeTests())
		.importPackages("io.github.postmarkspring.client")
		.stream()
		.<Class<?>>map(JavaClass::reflect)
		.toList();

	private final RuntimeHints hints = new RuntimeHints();

	PostmarkRuntimeHintsTests() {
		AotServices.factories()
			.load(RuntimeHintsRegistrar.class)
			.stream()
			.filter((registrar) -> registrar.getClass().getPackageName().startsWith("io.github.postmarkspring"))
			.forEach((registrar) -> registrar.registerHints(this.hints, getClass().getClassLoader()));
	}

	@Test
	void everyRecordThatIsJsonCanBeCreatedAndRead() {
		List<Class<?>> records = classes.stream().filter(Class::isRecord).filter(this::isJson).toList();
		assertThat(records).hasSizeGreaterThan(80).contains(Bounce.class, Page.class, BounceEvent.class);
		assertThat(records).allSatisfy((type) -> {
			RecordComponent[] components = type.getRecordComponents();
			assertThat(reflection().onConstructorInvocation(type
				.getDeclaredConstructor(Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new))))
				.accepts(this.hints);
			for (RecordComponent component : components) {
				assertThat(reflection().onMethodInvocation(component.getAccessor())).as(component.getName())
					.accepts(this.hints);
			}
		});
	}

	private boolean isJson(Class<?> type) {
		return Stream
			.<AnnotatedElement>concat(Stream.of(type),
					Stream.concat(Stream.of(type.getDeclaredMethods()), Stream.of(type.getDeclaredFields())))
			.flatMap((element) -> Arrays.stream(element.getAnnotations()))
			.anyMatch((annotation) -> annotation.annotationType().getName().contains(".jackson."));
	}

	@Test
	void everyMethodThatJacksonCallsCanBeCalled() {
		List<Method> methods = classes.stream()
			.flatMap((type) -> Arrays.stream(type.getDeclaredMethods()))
			.filter((method) -> method.isAnnotationPresent(JsonCreator.class)
					|| method.isAnnotationPresent(JsonValue.class))
			.toList();
		assertThat(methods).hasSizeGreaterThan(40)
			.allSatisfy((method) -> assertThat(reflection().onMethodInvocation(method)).accepts(this.hints));
	}

	@Test
	void everyClassThatJacksonCreatesCanBeCreated() {
		List<Class<?>> created = classes.stream()
			.flatMap((type) -> Stream.<AnnotatedElement>concat(Stream.of(type), Stream.of(type.getDeclaredFields())))
			.<Class<?>>flatMap((element) -> {
				JsonDeserialize read = element.getAnnotation(JsonDeserialize.class);
				JsonNaming naming = element.getAnnotation(JsonNaming.class);
				return Stream.concat((read != null) ? Stream.of(read.using()) : Stream.empty(),
						(naming != null) ? Stream.of(naming.value()) : Stream.empty());
			})
			.distinct()
			.toList();
		assertThat(created).hasSizeGreaterThan(3)
			.allSatisfy((type) -> assertThat(reflection().onConstructorInvocation(type.getDeclaredConstructor()))
				.accepts(this.hints));
	}

	@Test
	void everyHttpInterfaceCanBeImplementedAndCalled() {
		List<Class<?>> interfaces = classes.stream()
			.filter(Class::isInterface)
			.filter((type) -> Arrays.stream(type.getMethods()).anyMatch(this::isExchange))
			.toList();
		assertThat(interfaces).hasSizeGreaterThan(15).contains(Bounces.class).allSatisfy((type) -> {
			assertThat(proxies().forInterfaces(AopProxyUtils.completeJdkProxyInterfaces(type))).accepts(this.hints);
			ReflectionUtils.doWithMethods(type,
					(method) -> assertThat(reflection().onMethodInvocation(method)).accepts(this.hints),
					this::isExchange);
		});
	}

	private boolean isExchange(Method method) {
		return AnnotatedElementUtils.hasAnnotation(method, HttpExchange.class);
	}

}
