package io.github.postmarkspring.client.message;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.github.postmarkspring.client.error.AmbiguousSendException;
import io.github.postmarkspring.client.error.PostmarkException;
import io.github.postmarkspring.client.http.PostmarkHttp;
import org.jspecify.annotations.Nullable;

/**
 * Looks up the messages of which it is not known whether they were accepted, and sends
 * those again that are not found, if that is wished.
 */
class ReconcilingDispatch implements MessageDispatch {

	private final MessageDispatch target;

	private final PostmarkHttp http;

	private final ReconciliationSettings settings;

	private final LookUp lookUp;

	private final BiConsumer<OutboundMessage, Reconciliation> listener;

	ReconcilingDispatch(MessageDispatch target, PostmarkHttp http, ReconciliationSettings settings, SentSearch search,
			BiConsumer<OutboundMessage, Reconciliation> listener) {
		this.target = target;
		this.http = http;
		this.settings = settings;
		this.lookUp = new LookUp(search, http, settings);
		this.listener = listener;
	}

	@Override
	public SendResult send(PreparedMessage message) {
		BatchItem outcome = settle(List.of(message), this::sendEach).get(0);
		if (outcome instanceof BatchItem.Accepted accepted) {
			return accepted.result();
		}
		throw Objects.requireNonNull(outcome.reason());
	}

	private List<BatchItem> sendEach(List<PreparedMessage> messages) {
		return messages.stream().map(this::sendOne).toList();
	}

	private BatchItem sendOne(PreparedMessage message) {
		try {
			return new BatchItem.Accepted(message.index(), message.message(), this.target.send(message));
		}
		catch (PostmarkException ex) {
			return message.failed(ex);
		}
	}

	@Override
	public List<BatchItem> sendAll(List<PreparedMessage> messages) {
		return settle(messages, this.target::sendAll);
	}

	private List<BatchItem> settle(List<PreparedMessage> messages,
			Function<List<PreparedMessage>, List<BatchItem>> sending) {
		long start = this.http.nanoTime();
		Map<Long, BatchItem> outcomes = new LinkedHashMap<>();
		sending.apply(messages).forEach((item) -> outcomes.put(item.index(), item));
		List<PreparedMessage> unknown = unknown(messages, outcomes);
		for (int sent = 1; !unknown.isEmpty(); sent++) {
			MissingMessages missing = new MissingMessages(unknown, acceptedIds(outcomes));
			Exception failure = this.lookUp.find(missing, start);
			for (BatchItem.Accepted found : missing.found()) {
				outcomes.put(found.index(), found);
				this.listener.accept(found.message(), Reconciliation.FOUND);
			}
			boolean again = failure == null && !missing.isEmpty() && maySendAgain(sent, start);
			for (PreparedMessage message : missing.messages()) {
				BatchItem outcome = lookedUp(message, outcomes.get(message.index()), failure);
				outcomes.put(message.index(), outcome);
				this.listener.accept(message.message(), again ? Reconciliation.RESENT
						: (failure == null) ? Reconciliation.NOT_FOUND : Reconciliation.FAILED);
			}
			unknown = again ? sendAgain(missing.messages(), sending, outcomes) : List.of();
		}
		return new ArrayList<>(outcomes.values());
	}

	private boolean maySendAgain(int sent, long start) {
		return this.settings.mode() == ReconciliationSettings.Mode.RESEND
				&& sent < this.http.retrySettings().maxAttempts() && !this.http.isEnding()
				&& !Thread.currentThread().isInterrupted()
				&& Duration.ofNanos(this.http.nanoTime() - start).compareTo(this.http.retrySettings().deadline()) < 0;
	}

	/**
	 * Send messages again.
	 * @return those of which it is not known once more whether they were accepted
	 */
	private static List<PreparedMessage> sendAgain(List<PreparedMessage> messages,
			Function<List<PreparedMessage>, List<BatchItem>> sending, Map<Long, BatchItem> outcomes) {
		Map<Long, BatchItem> again = new LinkedHashMap<>();
		sending.apply(messages).forEach((item) -> again.put(item.index(), item));
		again.forEach((index, item) -> outcomes.merge(index, item, ReconcilingDispatch::both));
		return unknown(messages, again);
	}

	/** That it failed the second time does not say that it did the first time. */
	private static BatchItem both(BatchItem first, BatchItem second) {
		PostmarkException failure = second.reason();
		if (failure == null || second instanceof BatchItem.Unknown || !(first instanceof BatchItem.Unknown unknown)) {
			return second;
		}
		AmbiguousSendException reason = new AmbiguousSendException(unknown.reason(),
				"; it was sent again, which failed: " + failure.getMessage());
		reason.addSuppressed(failure);
		return new BatchItem.Unknown(first.index(), first.message(), reason);
	}

	private BatchItem lookedUp(PreparedMessage message, @Nullable BatchItem outcome, @Nullable Exception failure) {
		if (!(outcome instanceof BatchItem.Unknown unknown)) {
			throw new IllegalStateException("Only what is not known is looked up");
		}
		AmbiguousSendException reason = new AmbiguousSendException(unknown.reason(), String.valueOf(message.key()),
				(failure != null)
						? "; it could not be looked up by its key: "
								+ Objects.requireNonNullElse(failure.getMessage(), failure.getClass().getSimpleName())
						: "; it was looked up by its key and not found within " + this.settings.timeout().toMillis()
								+ " ms, which is evidence that it was not accepted, and no proof",
				failure == null);
		if (failure != null) {
			reason.addSuppressed(failure);
		}
		return new BatchItem.Unknown(message.index(), message.message(), reason);
	}

	private static List<PreparedMessage> unknown(List<PreparedMessage> messages, Map<Long, BatchItem> outcomes) {
		return messages.stream()
			.filter((message) -> outcomes.get(message.index()) instanceof BatchItem.Unknown)
			.toList();
	}

	private static Set<String> acceptedIds(Map<Long, BatchItem> outcomes) {
		return outcomes.values()
			.stream()
			.filter(BatchItem.Accepted.class::isInstance)
			.map((item) -> ((BatchItem.Accepted) item).result().messageId())
			.collect(Collectors.toSet());
	}

}
