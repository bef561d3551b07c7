package io.github.postmarkspring.boot.autoconfigure.webhook;

import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What Actuator's endpoint shows of webhooks, where Actuator is there.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(Endpoint.class)
class WebhookReportConfiguration {

	@Bean
	WebhookReport postmarkWebhookReport() {
		return new WebhookReport();
	}

}
