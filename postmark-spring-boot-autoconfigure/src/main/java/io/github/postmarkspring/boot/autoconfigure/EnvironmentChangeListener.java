package io.github.postmarkspring.boot.autoconfigure;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.event.SmartApplicationListener;

/**
 * Has the tokens read again when Spring Cloud says that the environment has changed. It
 * knows the event by its name, so that neither needs the other.
 */
class EnvironmentChangeListener implements SmartApplicationListener {

	static final String EVENT = "org.springframework.cloud.context.environment.EnvironmentChangeEvent";

	private final ObjectProvider<EnvironmentTokens> tokens;

	EnvironmentChangeListener(ObjectProvider<EnvironmentTokens> tokens) {
		this.tokens = tokens;
	}

	@Override
	public boolean supportsEventType(Class<? extends ApplicationEvent> eventType) {
		return eventType.getName().equals(EVENT);
	}

	@Override
	public void onApplicationEvent(ApplicationEvent event) {
		this.tokens.ifAvailable(EnvironmentTokens::reload);
	}

}
