package io.github.postmarkspring.client;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.stream.Stream;

import io.github.postmarkspring.client.http.JsonRequest;
import io.github.postmarkspring.client.webhook.event.ReceivedAttachment;
import io.github.postmarkspring.client.webhook.event.WebhookEvent;
import org.jspecify.annotations.Nullable;

import org.springframework.aop.framework.AopProxyUtils;
import org.springframework.aot.hint.BindingReflectionHintsRegistrar;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.aot.hint.annotation.ReflectiveRuntimeHintsRegistrar;
import org.springframework.util.ClassUtils;

/**
 * What a native image of an application needs to know of the clients: the HTTP interfaces
 * that Spring implements, and the types that Jackson reads and writes.
 */
class PostmarkRuntimeHints implements RuntimeHintsRegistrar {

	private static final String PACKAGE = "io.github.postmarkspring.client.";

	/** Read too, but only their packages know them. */
	private static final String[] HIDDEN = { "http.ErrorBody", "message.SendAnswer", "message.SentPage",
			"webhook.event.JsonText", "webhook.event.WebhookEventParser$CommonFields" };

	@Override
	public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
		Class<?>[] resources = Stream.of(PostmarkServerClient.class, PostmarkAccountClient.class)
			.flatMap((client) -> Arrays.stream(client.getMethods()))
			.map(Method::getReturnType)
			.filter((type) -> type != PostmarkServerClient.class)
			.toArray(Class[]::new);
		for (Class<?> resource : resources) {
			hints.proxies().registerJdkProxy(AopProxyUtils.completeJdkProxyInterfaces(resource));
		}
		new ReflectiveRuntimeHintsRegistrar().registerRuntimeHints(hints, resources);
		BindingReflectionHintsRegistrar binding = new BindingReflectionHintsRegistrar();
		binding.registerReflectionHints(hints.reflection(), JsonRequest.class, ReceivedAttachment.class);
		binding.registerReflectionHints(hints.reflection(), WebhookEvent.class.getPermittedSubclasses());
		for (String name : HIDDEN) {
			binding.registerReflectionHints(hints.reflection(),
					ClassUtils.resolveClassName(PACKAGE + name, classLoader));
		}
	}

}
