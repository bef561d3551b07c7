package io.github.postmarkspring.integration.transaction;

import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import io.github.postmarkspring.client.PostmarkServerClient;
import io.github.postmarkspring.client.message.BatchItem;
import io.github.postmarkspring.client.message.Email;
import io.github.postmarkspring.client.message.PostmarkSender;
import io.github.postmarkspring.client.message.SendListener;
import io.github.postmarkspring.client.message.SendResult;
import io.github.postmarkspring.client.outbound.SentMessage;
import io.github.postmarkspring.client.outbound.SentMessageQuery;
import io.github.postmarkspring.emulator.PostmarkEmulator;
import io.github.postmarkspring.integration.PostgresServer;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * An application with a database of its own, and its Postmark.
 */
final class Shop implements AutoCloseable {

	private final PostmarkEmulator postmark = PostmarkEmulator.start();

	private final List<String> properties = List.of("spring.main.banner-mode=off",
			"spring.datasource.url=" + PostgresServer.shared().newDatabase(),
			"spring.datasource.username=" + PostgresServer.USER,
			"spring.datasource.password=" + PostgresServer.shared().password(),
			"spring.datasource.hikari.maximum-pool-size=2",
			"spring.modulith.events.jdbc.schema-initialization.enabled=true",
			"postmark.base-url=" + this.postmark.baseUrl(), "postmark.server-token=" + this.postmark.serverToken(),
			"postmark.defaults.from=shop@shop.example");

	private final ConfigurableApplicationContext context = start(this.properties);

	static ConfigurableApplicationContext start(List<String> properties) {
		return new SpringApplicationBuilder(Application.class).web(WebApplicationType.NONE)
			.properties(properties.toArray(new String[0]))
			.run();
	}

	List<String> properties() {
		return this.properties;
	}

	PostmarkEmulator postmark() {
		return this.postmark;
	}

	Orders orders() {
		return this.context.getBean(Orders.class);
	}

	PostmarkSender sender() {
		return this.context.getBean(PostmarkSender.class);
	}

	JdbcClient jdbc() {
		return this.context.getBean(JdbcClient.class);
	}

	List<BatchItem> outcomes() {
		return this.context.getBean(Outcomes.class).items;
	}

	/** Work in a transaction. */
	void transaction(int propagation, Consumer<TransactionStatus> work) {
		transaction(new DefaultTransactionDefinition(propagation), work);
	}

	void transaction(TransactionDefinition definition, Consumer<TransactionStatus> work) {
		new TransactionTemplate(this.context.getBean(PlatformTransactionManager.class), definition)
			.executeWithoutResult(work);
	}

	/** The numbers of the orders that are in the database. */
	List<String> stored() {
		return jdbc().sql("SELECT NUMBER FROM ORDERS ORDER BY NUMBER").query(String.class).list();
	}

	/** The subjects of the mail that Postmark has, in alphabetical order. */
	List<String> mailed() {
		return this.context.getBean(PostmarkServerClient.class)
			.outboundMessages()
			.list(SentMessageQuery.create())
			.items()
			.stream()
			.map(SentMessage::subject)
			.sorted()
			.toList();
	}

	@Override
	public void close() {
		this.context.close();
		this.postmark.close();
	}

	static Email confirmation(String number) {
		return Email.builder().to("ann@mail.example").subject(number).textBody("Thanks").build();
	}

	/** What an application would have. */
	static class Orders {

		private final JdbcClient jdbc;

		private final PostmarkSender postmark;

		Orders(JdbcClient jdbc, PostmarkSender postmark) {
			this.jdbc = jdbc;
			this.postmark = postmark;
		}

		@Transactional
		public CompletionStage<SendResult> place(String number) {
			this.jdbc.sql("INSERT INTO ORDERS VALUES (?)").param(number).update();
			return this.postmark.sendAfterCommit(confirmation(number));
		}

		@Transactional
		public void placeAndFail(String number) {
			place(number);
			throw new IllegalStateException("Out of stock");
		}

	}

	static class Outcomes implements SendListener {

		private final List<BatchItem> items = new CopyOnWriteArrayList<>();

		@Override
		public void onOutcome(String server, BatchItem outcome) {
			this.items.add(outcome);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import({ Orders.class, Outcomes.class })
	static class Application {

		@Bean
		Object table(JdbcClient jdbc) {
			// Checked when the transaction is committed.
			return jdbc.sql("CREATE TABLE IF NOT EXISTS ORDERS (NUMBER VARCHAR UNIQUE DEFERRABLE INITIALLY DEFERRED)")
				.update();
		}

	}

}
