package io.github.postmarkspring.client.http;

import java.time.OffsetDateTime;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * How Postmark's JSON is read and written, whatever the application does with its own.
 */
final class PostmarkJson {

	private PostmarkJson() {
	}

	static JsonMapper mapper() {
		return JsonMapper.builder()
			// The casing of identifiers differs between Postmark's endpoints.
			.enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
			.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
			.addModule(new SimpleModule("postmark").addDeserializer(OffsetDateTime.class, new LenientDates()))
			.build();
	}

}
