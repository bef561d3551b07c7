package io.github.postmarkspring.client.stats;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.postmarkspring.client.stats.StatsSeries.Day;
import io.github.postmarkspring.client.time.EasternDate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads counts, which stand beside the list of days, and in each day beside its date.
 */
class StatsSeriesReader extends ValueDeserializer<StatsSeries<?>> {

	private final @Nullable JavaType countsType;

	StatsSeriesReader() {
		this(null);
	}

	private StatsSeriesReader(@Nullable JavaType countsType) {
		this.countsType = countsType;
	}

	@Override
	public ValueDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
		return new StatsSeriesReader(context.getContextualType().containedTypeOrUnknown(0));
	}

	@Override
	public StatsSeries<?> deserialize(JsonParser parser, DeserializationContext context) {
		JsonNode series = context.readTree(parser);
		List<Day<Object>> days = new ArrayList<>();
		for (JsonNode day : series.path("Days")) {
			EasternDate date = date(day.path("Date").asString(""));
			if (date != null) {
				days.add(new Day<>(date, counts(day, context)));
			}
		}
		return new StatsSeries<>(counts(series, context), days);
	}

	private Object counts(JsonNode node, DeserializationContext context) {
		ObjectNode counts = context.getNodeFactory().objectNode();
		for (Map.Entry<String, JsonNode> entry : node.properties()) {
			// Every other key is a count, whatever its name.
			if (!entry.getKey().equalsIgnoreCase("Days") && !entry.getKey().equalsIgnoreCase("Date")
					&& !entry.getValue().isNull() && entry.getValue().isValueNode()) {
				counts.set(entry.getKey(), entry.getValue());
			}
		}
		return context.readTreeAsValue(counts, this.countsType);
	}

	private static @Nullable EasternDate date(String text) {
		try {
			return new EasternDate(LocalDate.parse((text.length() > 10) ? text.substring(0, 10) : text));
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

}
