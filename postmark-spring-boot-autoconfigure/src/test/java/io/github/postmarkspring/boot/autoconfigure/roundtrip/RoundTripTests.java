package io.github.postmarkspring.boot.autoconfigure.roundtrip;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import io.github.postmarkspring.client.Operations;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

/**
 * Every operation from the client to the emulator and back, over sockets. The two share
 * no model: what one misspells the other does not understand, and what both misspell the
 * literal JSON of each resource shows.
 */
class RoundTripTests {

	// Whatever else is refused has not been carried out. The key of a signature is always
	// due to be verified here, so that a new one is refused with code 505.
	private static final Set<String> REFUSED = Set.of("POST /senders/{}/requestnewdkim");

	private static final Map<String, RoundTrip> RESOURCES = new TreeMap<>(Map.ofEntries(
			Map.entry("sending", new SendingRoundTrip()), Map.entry("bulk mail", new BulkRoundTrip()),
			Map.entry("bounces", new BouncesRoundTrip()), Map.entry("templates", new TemplatesRoundTrip()),
			Map.entry("servers", new ServersRoundTrip()), Map.entry("message streams", new MessageStreamsRoundTrip()),
			Map.entry("suppressions", new SuppressionsRoundTrip()),
			Map.entry("outbound messages", new OutboundMessagesRoundTrip()),
			Map.entry("inbound messages", new InboundMessagesRoundTrip()),
			Map.entry("statistics", new StatisticsRoundTrip()), Map.entry("inbound rules", new InboundRulesRoundTrip()),
			Map.entry("webhooks", new WebhooksRoundTrip()), Map.entry("domains", new DomainsRoundTrip()),
			Map.entry("sender signatures", new SenderSignaturesRoundTrip()),
			Map.entry("data removals", new DataRemovalsRoundTrip())));

	@TestFactory
	Stream<DynamicTest> everyOperationOfTheReferenceGoesThereAndBack() {
		Set<String> done = new TreeSet<>();
		Stream<DynamicTest> resources = RESOURCES.entrySet()
			.stream()
			.map((resource) -> dynamicTest(resource.getKey(), () -> done.addAll(operationsOf(resource.getValue()))));
		return Stream.concat(resources, Stream.of(dynamicTest("and these are all of them",
				() -> assertThat(done).containsExactlyInAnyOrderElementsOf(Operations.all()).hasSize(87))));
	}

	private static Set<String> operationsOf(RoundTrip resource) throws Exception {
		try (Clients clients = Clients.start()) {
			resource.run(clients);
			Set<String> done = clients.wire().operations(200);
			clients.wire().operations(422).stream().filter(REFUSED::contains).forEach(done::add);
			return done;
		}
	}

}
