package io.github.postmarkspring.boot.autoconfigure.webhook;

import java.util.List;

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

	private static final List<String> PROPERTIES = List.of("path", "inbound-path", "protected-paths", "endpoints");

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		Binder binder = Binder.get(context.getEnvironment());
		ConditionMessage.Builder message = ConditionMessage.forCondition("Postmark webhook path");
		for (String property : PROPERTIES) {
			String name = VerificationSettings.PREFIX + "." + property;
			if (binder.bind(name, Bindable.of(Object.class)).isBound()) {
				return ConditionOutcome.match(message.foundExactly(name));
			}
		}
		return ConditionOutcome.noMatch(message.didNotFind("property", "properties")
			.items(PROPERTIES.stream().map((property) -> VerificationSettings.PREFIX + "." + property).toList()));
	}

}
