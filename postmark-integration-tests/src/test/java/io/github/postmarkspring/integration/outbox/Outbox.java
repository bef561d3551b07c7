package io.github.postmarkspring.integration.outbox;

import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

import io.github.postmarkspring.client.PostmarkClientFactory;
import io.github.postmarkspring.client.outbound.SentMessage;
import io.github.postmarkspring.client.outbound.SentMessageQuery;
import io.github.postmarkspring.emulator.PostmarkEmulator;
import io.github.postmarkspring.integration.ChildProcess;
import io.github.postmarkspring.integration.PostgresServer;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.web.client.RestClient;

/**
 * What outlives the application: its database and its Postmark.
 */
final class Outbox implements AutoCloseable {

	private final PostmarkEmulator postmark = PostmarkEmulator.start();

	private final String url = PostgresServer.shared().newDatabase();

	private final JdbcClient jdbc;

	Outbox() {
		DataSource dataSource = new DriverManagerDataSource(this.url, PostgresServer.USER,
				PostgresServer.shared().password());
		this.jdbc = JdbcClient.create(dataSource);
		this.jdbc.sql("CREATE TABLE ORDERS (NUMBER VARCHAR PRIMARY KEY)").update();
	}

	PostmarkEmulator postmark() {
		return this.postmark;
	}

	/** Start the application here, with properties that it does not have as a rule. */
	ConfigurableApplicationContext start(String... additional) {
		List<String> properties = new ArrayList<>(properties());
		properties.addAll(List.of(additional));
		return OutboxApplication.start(properties);
	}

	/** Start it in a process of its own, where it places an order if there is one. */
	ChildProcess startElsewhere(String... order) {
		String[] arguments = new String[order.length + 1];
		arguments[0] = String.join("\n", properties());
		System.arraycopy(order, 0, arguments, 1, order.length);
		return ChildProcess.start(OutboxApplication.class, arguments);
	}

	private List<String> properties() {
		return List.of("spring.main.banner-mode=off", "spring.datasource.url=" + this.url,
				"spring.datasource.username=" + PostgresServer.USER,
				"spring.datasource.password=" + PostgresServer.shared().password(),
				"spring.modulith.events.jdbc.schema-initialization.enabled=true",
				"postmark.base-url=" + this.postmark.baseUrl(), "postmark.server-token=" + this.postmark.serverToken(),
				"postmark.defaults.from=shop@shop.example");
	}

	/** Let time pass as the outbox sees it. */
	void twentyMinutesLater() {
		this.jdbc.sql("""
				UPDATE EVENT_PUBLICATION SET PUBLICATION_DATE = PUBLICATION_DATE - INTERVAL '20 minutes',
				LAST_RESUBMISSION_DATE = LAST_RESUBMISSION_DATE - INTERVAL '20 minutes'""").update();
	}

	/** As Modulith leaves it when an instance has begun to resubmit just now. */
	void resubmitted() {
		this.jdbc.sql("UPDATE EVENT_PUBLICATION SET STATUS = 'RESUBMITTED', LAST_RESUBMISSION_DATE = now()").update();
	}

	List<String> orders() {
		return this.jdbc.sql("SELECT NUMBER FROM ORDERS").query(String.class).list();
	}

	/** How far the events are, in Modulith's words. */
	List<String> events() {
		return this.jdbc.sql("SELECT STATUS FROM EVENT_PUBLICATION").query(String.class).list();
	}

	/** The subjects of the mail that Postmark has. */
	List<String> mailed() {
		return PostmarkClientFactory.create(this.postmark.baseUrl(), RestClient.builder())
			.serverClient(this.postmark::serverToken)
			.outboundMessages()
			.list(SentMessageQuery.create().count(500))
			.items()
			.stream()
			.map(SentMessage::subject)
			.toList();
	}

	@Override
	public void close() {
		this.postmark.close();
	}

}
