package io.github.postmarkspring.boot.autoconfigure.roundtrip;

import io.github.postmarkspring.client.PostmarkAccountClient;
import io.github.postmarkspring.client.PostmarkClientFactory;
import io.github.postmarkspring.client.PostmarkServerClient;
import io.github.postmarkspring.client.message.Email;
import io.github.postmarkspring.client.message.MessageDefaults;
import io.github.postmarkspring.client.message.PostmarkSender;
import io.github.postmarkspring.client.message.TrackLinks;
import io.github.postmarkspring.emulator.PostmarkEmulator;

import org.springframework.web.client.RestClient;

/**
 * An emulator, and the clients that reach it over a wire that is listened to.
 */
record Clients(PostmarkEmulator emulator, Wire wire, PostmarkSender sender, PostmarkServerClient server,
		PostmarkAccountClient account) implements AutoCloseable {

	static Clients start() {
		PostmarkEmulator emulator = PostmarkEmulator.builder().serverDeletion(true).start();
		Wire wire = new Wire(emulator.baseUrl());
		PostmarkClientFactory factory = PostmarkClientFactory.create(wire.baseUrl(), RestClient.builder());
		return new Clients(emulator, wire, factory.sender(emulator::serverToken, MessageDefaults.none()),
				factory.serverClient(emulator::serverToken), factory.accountClient(emulator::accountToken));
	}

	/** A message with everything that a recipient does tracked. */
	String send(String recipient) {
		return this.sender
			.send(Email.builder()
				.from("orders@shop.example")
				.to(recipient)
				.subject("Order 42")
				.htmlBody("<a href=\"https://shop.example/42\">Order</a>")
				.tag("order")
				.trackOpens(true)
				.trackLinks(TrackLinks.HTML_ONLY)
				.build())
			.messageId();
	}

	@Override
	public void close() {
		this.wire.close();
		this.emulator.close();
	}

}
