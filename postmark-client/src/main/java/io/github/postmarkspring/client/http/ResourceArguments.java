package io.github.postmarkspring.client.http;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
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
			request.setBodyValue(new ResourceBody(this.jsonMapper.get().writeValueAsBytes(argument),
					argument instanceof SendingRequest));
			return true;
		}
		if (QueryParameters.class.isAssignableFrom(parameter.getParameterType())) {
			Assert.notNull(argument, () -> "'" + parameter.getParameterName() + "' must not be null");
			((QueryParameters) argument).parameters().forEach(request::addRequestParameter);
			return true;
		}
		return false;
	}

	private static void checkId(@Nullable Object id, MethodParameter parameter) {
		String text = (id != null) ? id.toString() : "";
		Assert.hasText(text, () -> "'" + parameter.getParameterName() + "' must not be blank");
		// Encoding leaves dots alone, and these lead to another resource.
		Assert.isTrue(!text.equals(".") && !text.equals(".."),
				() -> "'" + parameter.getParameterName() + "' must not be '" + text + "'");
	}

}
