package io.github.postmarkspring.client;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.github.postmarkspring.client.http.ApiToken;
import io.github.postmarkspring.client.http.PostmarkHttp;

/**
 * The resources of a token, each made when it is first asked for.
 */
class Resources {

	private final Map<Class<?>, Object> made = new ConcurrentHashMap<>();

	private final PostmarkHttp http;

	private final ApiToken token;

	Resources(PostmarkHttp http, ApiToken token) {
		this.http = http;
		this.token = token;
	}

	<S> S get(Class<S> resource) {
		return resource.cast(this.made.computeIfAbsent(resource, (type) -> this.http.resource(this.token, type)));
	}

}
