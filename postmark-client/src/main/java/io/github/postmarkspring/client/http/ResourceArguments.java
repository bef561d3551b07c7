package io.github.postmarkspring.client.http;

import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.MethodParameter;
import org.springframework.util.Assert;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.invoker.HttpRequestValues;
import org.springframework.web.service.invoker.HttpServiceArgumentResolver;

/**
 * Takes the arguments of a resource's methods: queries, bodies, and ids, which must not
 * be blank.
 */
class ResourceArguments implements HttpServiceArgumentResolver {

	private final Supplier<JsonMapper> jsonMapper;

	ResourceArguments(Supplier<JsonMapper> jsonMapper) {
		this.jsonMapper = jsonMapper;
	}

	@Override
	public boolean resolve(@Nullable Object argument, MethodParameter parameter, HttpRequestValues.Builder request) {
		if (parameter.hasParameterAnnotation(PathVariable.class)) {
			checkId(argument, parameter);
			return false;
		}
		if (parameter.hasParameterAnnotation(org.springframework.web.bind.annotation.RequestBody.class)) {
			Assert.notNull(argument, () -> "'" + parameter.getParameterName() + "' must not be null");
			request.setBodyValue(new ResourceBody(json(argument, parameter), argument instanceof SendingRequest));
			if (argument instanceof QueryParameters query) {
				addQuery(query.parameters(), request);
			}
			return true;
		}
		if (QueryParameters.class.isAssignableFrom(parameter.getParameterType())) {
			Assert.notNull(argument, () -> "'" + parameter.getParameterName() + "' must not be null");
			addQuery(((QueryParameters) argument).parameters(), request);
			return true;
		}
		return false;
	}

	private byte[] json(Object body, MethodParameter parameter) {
		try {
			return this.jsonMapper.get().writeValueAsBytes(body);
		}
		catch (JacksonException ex) {
			throw new IllegalArgumentException(
					"'" + parameter.getParameterName() + "' has something that cannot be written as JSON", ex);
		}
	}

	/**
	 * Names are encoded as well as values, because some are the user's: Spring's own
	 * request parameters break where a name has a character that means something.
	 */
	private static void addQuery(Map<String, String> parameters, HttpRequestValues.Builder request) {
		StringBuilder template = new StringBuilder(Objects.requireNonNullElse(request.getUriTemplate(), ""));
		int i = 0;
		for (Map.Entry<String, String> parameter : parameters.entrySet()) {
			String variable = "query" + i;
			template.append((i == 0) ? '?' : '&')
				.append('{')
				.append(variable)
				.append("Name}={")
				.append(variable)
				.append('}');
			request.setUriVariable(variable + "Name", parameter.getKey());
			request.setUriVariable(variable, parameter.getValue());
			i++;
		}
		request.setUriTemplate(template.toString());
	}

	private static void checkId(@Nullable Object id, MethodParameter parameter) {
		String text = (id != null) ? id.toString() : "";
		Assert.hasText(text, () -> "'" + parameter.getParameterName() + "' must not be blank");
		// Encoding leaves dots alone, and these lead to another resource.
		Assert.isTrue(!text.equals(".") && !text.equals(".."),
				() -> "'" + parameter.getParameterName() + "' must not be '" + text + "'");
	}

}
