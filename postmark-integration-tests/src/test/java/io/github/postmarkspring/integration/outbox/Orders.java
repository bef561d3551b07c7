package io.github.postmarkspring.integration.outbox;

import java.util.UUID;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class Orders {

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher events;

	Orders(JdbcClient jdbc, ApplicationEventPublisher events) {
		this.jdbc = jdbc;
		this.events = events;
	}

	@Transactional
	public void place(String number, String customer) {
		this.jdbc.sql("INSERT INTO ORDERS VALUES (?)").param(number).update();
		this.events.publishEvent(new OrderPlaced(UUID.randomUUID(), number, customer));
	}

}
