package io.github.postmarkspring.client.message;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import io.micrometer.observation.Observation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

/**
 * What handlers and filters do with the key values of a message.
 */
class SendObservationContextTests {

	@ParameterizedTest
	@MethodSource
	void keyValuesAreKeptAsOfAnyObservation(Consumer<Observation.Context> changes) {
		Observation.Context any = new Observation.Context();
		Observation.Context ours = new SendObservationContext("shop", List.of(), null);
		for (Observation.Context context : List.of(any, ours)) {
			changes.accept(context);
		}
		assertThat(ours.getLowCardinalityKeyValues()).containsExactlyElementsOf(any.getLowCardinalityKeyValues());
		assertThat(ours.getHighCardinalityKeyValues()).containsExactlyElementsOf(any.getHighCardinalityKeyValues());
		assertThat(ours.getAllKeyValues()).containsExactlyElementsOf(any.getAllKeyValues());
		assertThat(ours.toString()).isEqualTo(any.toString());
		for (String key : List.of("a", "b", "c", "d")) {
			assertThat(ours.getLowCardinalityKeyValue(key)).isEqualTo(any.getLowCardinalityKeyValue(key));
			assertThat(ours.getHighCardinalityKeyValue(key)).isEqualTo(any.getHighCardinalityKeyValue(key));
		}
	}

	static Stream<Arguments> keyValuesAreKeptAsOfAnyObservation() {
		KeyValues ab = KeyValues.of("a", "1", "b", "2");
		return Stream.of(argumentSet("none", changes((context) -> {
		})), argumentSet("in any order",
				changes((context) -> context.addLowCardinalityKeyValue(KeyValue.of("c", "3"))
					.addLowCardinalityKeyValue(KeyValue.of("a", "1"))
					.addHighCardinalityKeyValue(KeyValue.of("d", "4"))
					.addHighCardinalityKeyValue(KeyValue.of("b", "2")))),
				argumentSet("the same once more",
						changes((context) -> context.addLowCardinalityKeyValues(ab)
							.addLowCardinalityKeyValues(KeyValues.of("a", "5", "b", "6"))
							.addHighCardinalityKeyValues(ab)
							.addHighCardinalityKeyValues(KeyValues.of("a", "5", "b", "6")))),
				argumentSet("then fewer",
						changes((context) -> context.addLowCardinalityKeyValues(ab)
							.addLowCardinalityKeyValues(KeyValues.of("a", "5"))
							.addLowCardinalityKeyValues(KeyValues.empty()))),
				argumentSet("then more",
						changes((context) -> context.addLowCardinalityKeyValues(ab)
							.addLowCardinalityKeyValues(KeyValues.of("a", "5", "b", "6", "c", "7")))),
				argumentSet("then others",
						changes((context) -> context.addLowCardinalityKeyValues(ab)
							.addLowCardinalityKeyValues(KeyValues.of("a", "5", "c", "7")))),
				argumentSet("some taken out",
						changes((context) -> context.addLowCardinalityKeyValues(ab)
							.removeLowCardinalityKeyValue("a")
							.removeLowCardinalityKeyValue("nobody's")
							.addHighCardinalityKeyValues(ab)
							.removeHighCardinalityKeyValues("a", "b"))),
				argumentSet("taken out and told again",
						changes((context) -> context.addLowCardinalityKeyValues(ab)
							.removeLowCardinalityKeyValue("a")
							.addLowCardinalityKeyValues(ab))));
	}

	private static Consumer<Observation.Context> changes(Consumer<Observation.Context> changes) {
		return changes;
	}

}
