package io.github.postmarkspring.sample.shop;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * An order that was placed.
 *
 * @param id the number that customers see
 * @param date the day it was placed
 * @param customer who placed it
 * @param product what is ordered
 * @param quantity how many
 */
public record Order(String id, LocalDate date, Customer customer, Product product, int quantity) {

	/**
	 * Return what is to be paid.
	 * @return the sum in euros, with cents
	 */
	public BigDecimal total() {
		return this.product.price().multiply(BigDecimal.valueOf(this.quantity));
	}

}
