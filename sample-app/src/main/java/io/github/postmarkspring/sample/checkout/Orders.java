package io.github.postmarkspring.sample.checkout;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

import io.github.postmarkspring.sample.shop.Customer;
import io.github.postmarkspring.sample.shop.Order;
import io.github.postmarkspring.sample.shop.Product;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Takes orders and remembers the newest.
 */
@Component
class Orders {

	static final int MAX = 100;

	// Nothing that looks like something else when read aloud or copied by hand.
	private static final String ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

	private final SecureRandom random = new SecureRandom();

	private final Map<String, Order> orders = new LinkedHashMap<>();

	synchronized Order place(Customer customer, Product product, int quantity) {
		Order order = new Order(newId(), LocalDate.now(), customer, product, quantity);
		this.orders.put(order.id(), order);
		if (this.orders.size() > MAX) {
			this.orders.remove(this.orders.keySet().iterator().next());
		}
		return order;
	}

	synchronized @Nullable Order find(String id) {
		return this.orders.get(id);
	}

	/**
	 * The id opens the page of the order, so it must not be one that can be guessed.
	 */
	private String newId() {
		StringBuilder id = new StringBuilder("TP-");
		this.random.ints(10, 0, ALPHABET.length()).mapToObj(ALPHABET::charAt).forEach(id::append);
		return id.toString();
	}

}
