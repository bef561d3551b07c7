package io.github.postmarkspring.sample.checkout;

import java.util.stream.IntStream;

import io.github.postmarkspring.sample.shop.Customer;
import io.github.postmarkspring.sample.shop.Order;
import io.github.postmarkspring.sample.shop.Product;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OrdersTests {

	private final Orders orders = new Orders();

	@Test
	void onlyTheNewestAreRemembered() {
		Order oldest = place();
		Order second = place();
		IntStream.range(1, Orders.MAX).forEach((i) -> place());

		assertThat(this.orders.find(oldest.id())).isNull();
		assertThat(this.orders.find(second.id())).isEqualTo(second);
	}

	private Order place() {
		return this.orders.place(new Customer("Ann", "ann@mail.example"), Product.HARBOUR_FOG, 1);
	}

}
