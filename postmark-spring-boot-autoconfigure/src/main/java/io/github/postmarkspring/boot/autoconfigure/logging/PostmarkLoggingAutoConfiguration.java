package io.github.postmarkspring.boot.autoconfigure.logging;

import io.github.postmarkspring.boot.autoconfigure.PostmarkAutoConfiguration;
import io.github.postmarkspring.client.message.SendListener;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for what is logged of messages that
 * fail.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = PostmarkAutoConfiguration.class)
@ConditionalOnClass(SendListener.class)
@ConditionalOnBooleanProperty(name = "postmark.enabled", matchIfMissing = true)
@EnableConfigurationProperties(PostmarkLoggingProperties.class)
public final class PostmarkLoggingAutoConfiguration {

	@Bean
	SendLog postmarkSendLog(PostmarkLoggingProperties properties) {
		return new SendLog(new AddressText(properties));
	}

}
