package io.github.postmarkspring.boot.autoconfigure.webhook;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletPath;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * What Spring MVC is told: where its paths begin, and that no controller at a webhook
 * path runs without the mark of the filter.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass({ DispatcherServletPath.class, WebMvcConfigurer.class })
class WebhookMvcConfiguration {

	@Bean
	ServletPath postmarkWebhookServletPath(ObjectProvider<DispatcherServletPath> path) {
		return path.stream().findFirst().map((found) -> new ServletPath(found.getPrefix())).orElse(ServletPath.NONE);
	}

	@Bean
	WebMvcConfigurer postmarkWebhookMvcConfigurer(ObjectProvider<WebhookEndpoints> endpoints, ServletPath servletPath) {
		return new WebMvcConfigurer() {

			@Override
			public void addInterceptors(InterceptorRegistry registry) {
				registry.addInterceptor(new VerifiedInterceptor(endpoints::getObject, servletPath))
					.order(Integer.MIN_VALUE);
			}

		};
	}

	@Bean
	SmartInitializingSingleton postmarkWebhookPathConflictCheck(WebhookEndpoints endpoints, ServletPath servletPath,
			ObjectProvider<RequestMappingHandlerMapping> mappings) {
		return () -> PathConflictCheck.check(endpoints, servletPath, mappings.stream().toList());
	}

}
