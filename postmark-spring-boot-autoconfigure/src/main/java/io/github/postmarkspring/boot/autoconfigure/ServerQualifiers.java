package io.github.postmarkspring.boot.autoconfigure;

import org.springframework.aop.framework.autoproxy.AutoProxyUtils;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.beans.factory.support.AutowireCandidateQualifier;
import org.springframework.core.env.Environment;

/**
 * Lets the beans of a server be injected by its name, {@code @Qualifier("newsletter")}: a
 * registrar cannot say so, and an alias can be one bean's only.
 */
class ServerQualifiers implements BeanFactoryPostProcessor {

	private final Environment environment;

	ServerQualifiers(Environment environment) {
		this.environment = environment;
	}

	@Override
	public void postProcessBeanFactory(ConfigurableListableBeanFactory beanFactory) {
		if (PostmarkSetup.isAheadOfTime()) {
			// Spring cannot write down what is added to the bean of a registrar, and need
			// not: both happen again at run time.
			return;
		}
		qualify(beanFactory, TokenKey.SERVER);
		ServerNames.of(this.environment).forEach((name) -> qualify(beanFactory, TokenKey.named(name)));
	}

	private static void qualify(ConfigurableListableBeanFactory beanFactory, TokenKey server) {
		qualify(beanFactory, ServerBeans.senderName(server), server);
		qualify(beanFactory, ServerBeans.clientName(server), server);
	}

	private static void qualify(ConfigurableListableBeanFactory beanFactory, String bean, TokenKey server) {
		if (beanFactory.containsBeanDefinition(bean)
				&& beanFactory.getBeanDefinition(bean) instanceof AbstractBeanDefinition definition) {
			definition.addQualifier(new AutowireCandidateQualifier(Qualifier.class, String.valueOf(server.server())));
			if (String.valueOf(definition.getBeanClassName()).startsWith("io.github.postmarkspring.")) {
				// Ours are not made for subclasses, which would have no priority either.
				definition.setAttribute(AutoProxyUtils.EXPOSED_INTERFACES_ATTRIBUTE,
						AutoProxyUtils.ALL_INTERFACES_ATTRIBUTE_VALUE);
			}
		}
	}

}
