package io.github.postmarkspring.boot.autoconfigure;

import org.springframework.aot.AotDetector;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.beans.factory.support.BeanRegistryAdapter;
import org.springframework.core.env.Environment;

/**
 * Lets the registrars register in a context that was prepared ahead of time: those whose
 * configurations passed their conditions then, which one sees by their being there.
 */
class GeneratedContextRegistrars implements BeanDefinitionRegistryPostProcessor {

	private final ListableBeanFactory beanFactory;

	private final Environment environment;

	GeneratedContextRegistrars(ListableBeanFactory beanFactory, Environment environment) {
		this.beanFactory = beanFactory;
		this.environment = environment;
	}

	@Override
	public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
		if (!AotDetector.useGeneratedArtifacts()) {
			return;
		}
		apply(registry, ProvidedConnectionConfiguration.class,
				new ProvidedConnectionConfiguration.NamedServersRegistrar());
		if (PostmarkSetup.isEmulatorPresent()) {
			apply(registry, EmulatorConfiguration.class, new EmulatorRegistrar());
		}
		apply(registry, ConfiguredClientsConfiguration.AccountClientConfiguration.class,
				new ConfiguredClientsConfiguration.AccountClientConfiguration.Registrar());
		apply(registry, ConfiguredClientsConfiguration.ServerClientConfiguration.class,
				new ConfiguredClientsConfiguration.ServerClientConfiguration.Registrar());
		apply(registry, ConfiguredClientsConfiguration.SenderConfiguration.class,
				new ConfiguredClientsConfiguration.SenderConfiguration.Registrar());
		apply(registry, ConfiguredClientsConfiguration.class, new ConnectionDetailsRegistrar());
		apply(registry, ConfiguredClientsConfiguration.class,
				new ConfiguredClientsConfiguration.NamedServersRegistrar());
	}

	private void apply(BeanDefinitionRegistry registry, Class<?> configuration, ConditionalRegistrar registrar) {
		if (registry.containsBeanDefinition(configuration.getName())) {
			registrar.registerBeans(
					new BeanRegistryAdapter(registry, this.beanFactory, this.environment, registrar.getClass()),
					this.environment);
		}
	}

	@Override
	public void postProcessBeanFactory(ConfigurableListableBeanFactory beanFactory) {
		// All is registered.
	}

}
