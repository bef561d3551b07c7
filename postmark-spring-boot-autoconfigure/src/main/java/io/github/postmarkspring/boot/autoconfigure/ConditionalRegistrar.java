package io.github.postmarkspring.boot.autoconfigure;

import org.springframework.aot.AotDetector;
import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.beans.factory.BeanRegistry;
import org.springframework.core.env.Environment;

/**
 * A registrar that counts only where the configuration that imports it does. Code that
 * Spring generates ahead of time calls registrars whatever became of the conditions of
 * their configurations, and before anything else is registered; then this one waits for
 * {@link GeneratedContextRegistrars}.
 */
interface ConditionalRegistrar extends BeanRegistrar {

	@Override
	default void register(BeanRegistry registry, Environment environment) {
		if (!AotDetector.useGeneratedArtifacts()) {
			registerBeans(registry, environment);
		}
	}

	void registerBeans(BeanRegistry registry, Environment environment);

}
