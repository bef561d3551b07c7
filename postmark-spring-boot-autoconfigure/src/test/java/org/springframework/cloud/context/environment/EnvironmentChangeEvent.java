package org.springframework.cloud.context.environment;

import org.springframework.context.ApplicationEvent;

/**
 * Stands in for the event of Spring Cloud, which goes by its name; the real one is tried
 * with the secret stores.
 */
@SuppressWarnings("serial")
public class EnvironmentChangeEvent extends ApplicationEvent {

	public EnvironmentChangeEvent(Object context) {
		super(context);
	}

}
