package io.github.postmarkspring.client;

import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import org.jspecify.annotations.Nullable;

import org.springframework.http.client.observation.ClientRequestObservationContext;
import org.springframework.http.client.observation.ClientRequestObservationConvention;

/**
 * Tells of HTTP requests what another convention does, but of their URLs nothing that
 * comes after the path: there are addresses in the queries of searches.
 */
class QuerylessConvention implements ClientRequestObservationConvention {

	private final ClientRequestObservationConvention convention;

	QuerylessConvention(ClientRequestObservationConvention convention) {
		this.convention = convention;
	}

	@Override
	public @Nullable String getName() {
		return this.convention.getName();
	}

	@Override
	public @Nullable String getContextualName(ClientRequestObservationContext context) {
		return this.convention.getContextualName(context);
	}

	@Override
	public KeyValues getLowCardinalityKeyValues(ClientRequestObservationContext context) {
		return this.convention.getLowCardinalityKeyValues(context);
	}

	@Override
	public KeyValues getHighCardinalityKeyValues(ClientRequestObservationContext context) {
		KeyValues values = this.convention.getHighCardinalityKeyValues(context);
		for (KeyValue value : values) {
			String text = value.getValue();
			int query = text.indexOf('?');
			if (query >= 0 && text.contains("://")) {
				values = values.and(value.getKey(), text.substring(0, query));
			}
		}
		return values;
	}

}
