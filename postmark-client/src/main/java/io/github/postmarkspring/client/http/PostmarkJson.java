package io.github.postmarkspring.client.http;

import java.time.OffsetDateTime;

import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * How Postmark's JSON is read and written, whatever the application does with its own.
 *
 * @since 0.1.0
 */
public final class PostmarkJson {

	private PostmarkJson() {
	}

	static JsonMapper mapper() {
		return builder(new JsonFactory())
			// The casing of identifiers differs between Postmark's endpoints.
			.enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
			.build();
	}

	/**
	 * Start a mapper that ignores fields that are not known and reads Postmark's dates.
	 * @param factory how the text is read, with its limits
	 * @return a builder
	 */
	public static JsonMapper.Builder builder(JsonFactory factory) {
		return JsonMapper.builder(factory)
			.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
			.addModule(new SimpleModule("postmark").addDeserializer(OffsetDateTime.class, new LenientDates()));
	}

}
