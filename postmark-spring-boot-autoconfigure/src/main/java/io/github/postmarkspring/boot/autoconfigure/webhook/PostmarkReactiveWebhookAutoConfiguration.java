package io.github.postmarkspring.boot.autoconfigure.webhook;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Conditional;

/**
 * {@link EnableAutoConfiguration Auto-configuration} that says what there is not:
 * webhooks are received in servlet applications only.
 *
 * @since 0.1.0
 */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
@ConditionalOnBooleanProperty(name = "postmark.enabled", matchIfMissing = true)
@Conditional(OnWebhookPathCondition.class)
public final class PostmarkReactiveWebhookAutoConfiguration {

	private static final Log logger = LogFactory.getLog(PostmarkReactiveWebhookAutoConfiguration.class);

	PostmarkReactiveWebhookAutoConfiguration() {
		logger.warn("'" + VerificationSettings.PREFIX
				+ "' is configured, but this is a reactive application: NO webhook endpoint is there, and Postmark gets "
				+ "404. Receive webhooks in a servlet application");
	}

}
