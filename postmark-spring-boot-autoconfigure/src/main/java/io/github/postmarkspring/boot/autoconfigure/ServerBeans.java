package io.github.postmarkspring.boot.autoconfigure;

import io.github.postmarkspring.client.PostmarkServerClient;
import io.github.postmarkspring.client.message.PostmarkSender;

import org.springframework.beans.factory.BeanRegistry;

/**
 * The beans of a server.
 */
final class ServerBeans {

	private static final String SENDER = "PostmarkSender";

	private static final String CLIENT = "PostmarkServerClient";

	private ServerBeans() {
	}

	static String senderName(TokenKey server) {
		return name(server, SENDER);
	}

	static String clientName(TokenKey server) {
		return name(server, CLIENT);
	}

	private static String name(TokenKey server, String type) {
		String name = String.valueOf(server.server());
		return (server == TokenKey.SERVER) ? "p" + type.substring(1) : ServerNames.beanPrefix(name) + type;
	}

	/**
	 * Register the sender of a server.
	 * @param preferred whether it is the one to inject where no name is said and there
	 * are others
	 */
	static void registerSender(BeanRegistry registry, TokenKey server, boolean preferred) {
		if (preferred) {
			registry.registerBean(senderName(server), PreferredSender.class,
					(spec) -> spec.supplier((context) -> new PreferredSender(clients(context).sender(server))));
		}
		else {
			registry.registerBean(senderName(server), PostmarkSender.class,
					(spec) -> spec.supplier((context) -> clients(context).sender(server)));
		}
	}

	/**
	 * Register the client of a server.
	 * @param preferred whether it is the one to inject where no name is said and there
	 * are others
	 */
	static void registerClient(BeanRegistry registry, TokenKey server, boolean preferred) {
		if (preferred) {
			registry.registerBean(clientName(server), PreferredServerClient.class, (spec) -> spec
				.supplier((context) -> new PreferredServerClient(clients(context).serverClient(server))));
		}
		else {
			registry.registerBean(clientName(server), PostmarkServerClient.class,
					(spec) -> spec.supplier((context) -> clients(context).serverClient(server)));
		}
	}

	private static TokenClients clients(BeanRegistry.SupplierContext context) {
		return context.bean(TokenClients.class);
	}

}
