package io.github.postmarkspring.sample.newsletter;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.github.postmarkspring.sample.shop.Customer;

import org.springframework.stereotype.Component;

/**
 * Who gets the newsletter: everybody who has signed up, each address once. A real shop
 * would have the address confirmed first.
 */
@Component
public class Subscribers {

	static final int MAX = 10_000;

	private final Map<String, Customer> subscribers = new LinkedHashMap<>();

	/**
	 * Add somebody, unless the list is full.
	 * @param customer who signs up; the name given last is the one used
	 */
	public synchronized void add(Customer customer) {
		String key = key(customer.email());
		if (this.subscribers.size() < MAX || this.subscribers.containsKey(key)) {
			this.subscribers.put(key, customer);
		}
	}

	synchronized void remove(String email) {
		this.subscribers.remove(key(email));
	}

	synchronized List<Customer> all() {
		return List.copyOf(this.subscribers.values());
	}

	synchronized int count() {
		return this.subscribers.size();
	}

	private static String key(String email) {
		return email.toLowerCase(Locale.ROOT);
	}

}
