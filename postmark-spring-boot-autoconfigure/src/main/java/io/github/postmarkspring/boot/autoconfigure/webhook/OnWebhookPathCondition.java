package io.github.postmarkspring.boot.autoconfigure.webhook;

import java.util.Map;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Matches when there is a path to receive webhooks at: no endpoint appears by adding a
 * jar.
 */
class OnWebhookPathCondition extends SpringBootCondition {

	private static final Map<String, Bindable<?>> PROPERTIES = Map.of("path", Bindable.of(String.class), "inbound-path",
			Bindable.of(String.class), "protected-paths", Bindable.listOf(String.class), "endpoints",
			Bindable.mapOf(String.class, Object.class));

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		Binder binder = Binder.get(context.getEnvironment());
		ConditionMessage.Builder message = ConditionMessage.forCondition("Postmark webhook path");
		for (Map.Entry<String, Bindable<?>> property : PROPERTIES.entrySet()) {
			String name = VerificationSettings.PREFIX + "." + property.getKey();
			if (binder.bind(name, property.getValue()).isBound()) {
				return ConditionOutcome.match(message.foundExactly(name));
			}
		}
		return ConditionOutcome.noMatch(message.didNotFind("property", "properties")
			.items(PROPERTIES.keySet()
				.stream()
				.map((property) -> VerificationSettings.PREFIX + "." + property)
				.sorted()
				.toList()));
	}

}
