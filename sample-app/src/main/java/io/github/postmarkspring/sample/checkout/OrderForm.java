package io.github.postmarkspring.sample.checkout;

import io.github.postmarkspring.sample.shop.Customer;
import io.github.postmarkspring.sample.shop.Product;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

record OrderForm(
// @formatter:off
		@NotNull(message = "Please choose one of our products.")
		Product product,

		@NotNull(message = "Please tell us how many.")
		@Min(value = 1, message = "Please order at least one.")
		@Max(value = 20, message = "Please order 20 at most, more we cannot carry.")
		Integer quantity,

		@Valid
		Customer customer) {
// @formatter:on

	OrderForm {
		// A browser sends all fields, but others may leave them out.
		customer = (customer != null) ? customer : Customer.UNKNOWN;
	}

	static OrderForm of(Product product) {
		return new OrderForm(product, 1, Customer.UNKNOWN);
	}

}
