package io.github.postmarkspring.boot.autoconfigure.health;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

import io.github.postmarkspring.boot.autoconfigure.PostmarkProperties;
import io.github.postmarkspring.client.message.MessageDefaults;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.SanitizableData;
import org.springframework.boot.actuate.endpoint.Sanitizer;
import org.springframework.boot.actuate.endpoint.Show;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;

/**
 * {@link Endpoint @Endpoint} that shows what the application has to do with Postmark.
 * Postmark is asked for a single server only, on demand.
 */
@Endpoint(id = "postmark", defaultAccess = Access.READ_ONLY)
class PostmarkEndpoint implements DisposableBean {

	private final LiveTokens tokens;

	private final KeptReports reports;

	private final @Nullable PostmarkProperties properties;

	private final Map<String, Supplier<Map<String, Object>>> sections;

	private final Sanitizer sanitizer;

	private final Show showValues;

	PostmarkEndpoint(LiveTokens tokens, KeptReports reports, @Nullable PostmarkProperties properties,
			Map<String, Supplier<Map<String, Object>>> sections, Sanitizer sanitizer, Show showValues) {
		this.tokens = tokens;
		this.reports = reports;
		this.properties = properties;
		this.sections = sections;
		this.sanitizer = sanitizer;
		this.showValues = showValues;
	}

	@ReadOperation
	Map<String, Object> postmark() {
		return postmark(this.showValues.isShown(true));
	}

	@ReadOperation
	@Nullable Map<String, Object> server(@Selector String server) {
		return server(server, this.showValues.isShown(true));
	}

	Map<String, Object> postmark(boolean showUnsanitized) {
		Map<String, Object> answer = new LinkedHashMap<>();
		Map<String, Object> servers = new LinkedHashMap<>();
		this.tokens.all().values().forEach((token) -> {
			Map<String, Object> entry = new LinkedHashMap<>();
			put(entry, token, HealthProbe.TOKEN, token.fingerprint(), showUnsanitized);
			if (token.isMissing()) {
				return;
			}
			if (token.server() == null) {
				answer.put(LiveTokens.ACCOUNT, entry);
			}
			else {
				entry.put("messageStream", messageStream(token.server()));
				servers.put(token.server(), entry);
			}
		});
		answer.put("servers", servers);
		this.sections.forEach((name, section) -> {
			Map<String, Object> content = section.get();
			if (!content.isEmpty()) {
				answer.put(name, content);
			}
		});
		return answer;
	}

	@Nullable Map<String, Object> server(String server, boolean showUnsanitized) {
		LiveToken token = this.tokens.all().get(server);
		if (token == null || token.server() == null) {
			return null;
		}
		Map<String, Object> entry = new LinkedHashMap<>();
		put(entry, token, HealthProbe.TOKEN, token.fingerprint(), showUnsanitized);
		if (token.isMissing()) {
			return null;
		}
		entry.put("messageStream", messageStream(server));
		this.reports.of(token).forEach((name, value) -> {
			if (ServerReport.IDENTIFYING.contains(name)) {
				put(entry, token, name, value, showUnsanitized);
			}
			else {
				entry.put(name, value);
			}
		});
		return entry;
	}

	/** The stream that messages go through which are silent. */
	private String messageStream(String server) {
		return MessageDefaults.none()
			.stream((this.properties != null) ? this.properties.defaults(server).messageStream() : null);
	}

	private void put(Map<String, Object> entry, LiveToken token, String name, @Nullable Object value,
			boolean showUnsanitized) {
		String key = ((token.server() != null) ? "postmark.servers." + token.server() : "postmark.account") + "."
				+ name;
		Object shown = this.sanitizer.sanitize(new SanitizableData(null, key, value), showUnsanitized);
		if (shown != null) {
			entry.put(name, shown);
		}
	}

	@Override
	public void destroy() {
		this.tokens.destroy();
	}

}
