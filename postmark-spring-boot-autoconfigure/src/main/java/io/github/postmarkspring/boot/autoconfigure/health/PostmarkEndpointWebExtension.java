package io.github.postmarkspring.boot.autoconfigure.health;

import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.actuate.endpoint.Show;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.web.annotation.EndpointWebExtension;

/**
 * {@link EndpointWebExtension @EndpointWebExtension} that shows values to those who may
 * see them.
 */
@EndpointWebExtension(endpoint = PostmarkEndpoint.class)
class PostmarkEndpointWebExtension {

	private final PostmarkEndpoint delegate;

	private final Show showValues;

	private final Set<String> roles;

	PostmarkEndpointWebExtension(PostmarkEndpoint delegate, Show showValues, Set<String> roles) {
		this.delegate = delegate;
		this.showValues = showValues;
		this.roles = roles;
	}

	@ReadOperation
	Map<String, Object> postmark(SecurityContext securityContext) {
		return this.delegate.postmark(this.showValues.isShown(securityContext, this.roles));
	}

	@ReadOperation
	@Nullable Map<String, Object> server(SecurityContext securityContext, @Selector String server) {
		return this.delegate.server(server, this.showValues.isShown(securityContext, this.roles));
	}

}
