package io.github.postmarkspring.boot.autoconfigure;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

import io.github.postmarkspring.client.message.BatchItem;
import io.github.postmarkspring.client.message.BatchResult;
import io.github.postmarkspring.client.message.OutboundMessage;
import io.github.postmarkspring.client.message.PostmarkSender;
import io.github.postmarkspring.client.message.SendResult;
import jakarta.annotation.Priority;
import org.jspecify.annotations.Nullable;

/**
 * The sender to inject where no name is said, and several are there. It goes by
 * {@link Priority}, because {@code @Primary} would win over the name of a parameter too:
 * whoever asks for {@code newsletterPostmarkSender} must not get this one.
 */
@Priority(0)
class PreferredSender implements PostmarkSender {

	private final PostmarkSender sender;

	PreferredSender(PostmarkSender sender) {
		this.sender = sender;
	}

	@Override
	public SendResult send(OutboundMessage message) {
		return this.sender.send(message);
	}

	@Override
	public Optional<SendResult> findSent(String reconciliationKey, @Nullable String messageStream) {
		return this.sender.findSent(reconciliationKey, messageStream);
	}

	@Override
	public CompletableFuture<SendResult> sendAsync(OutboundMessage message) {
		return this.sender.sendAsync(message);
	}

	@Override
	public CompletionStage<SendResult> sendAfterCommit(OutboundMessage message) {
		return this.sender.sendAfterCommit(message);
	}

	@Override
	public BatchResult sendAll(Iterable<? extends OutboundMessage> messages) {
		return this.sender.sendAll(messages);
	}

	@Override
	public void sendAll(Iterable<? extends OutboundMessage> messages, Consumer<? super BatchItem> results) {
		this.sender.sendAll(messages, results);
	}

}
