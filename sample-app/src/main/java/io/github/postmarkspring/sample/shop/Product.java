package io.github.postmarkspring.sample.shop;

import java.math.BigDecimal;

/**
 * Everything the shop sells.
 */
public enum Product {

	HARBOUR_FOG("Harbour Fog", "Smoked black tea, 80 g tin", "9.80"),

	SECOND_GARDEN("Second Garden", "Green tea with lemon verbena, 60 g tin", "8.40"),

	MARGIN_BOOK("The Margin Book", "Notebook with a very wide margin, 160 pages", "14.50"),

	POCKET_LEDGER("Pocket Ledger", "Squared notebook for small sums, 96 pages", "6.90");

	private final String title;

	private final String description;

	private final BigDecimal price;

	Product(String title, String description, String price) {
		this.title = title;
		this.description = description;
		this.price = new BigDecimal(price);
	}

	public String title() {
		return this.title;
	}

	public String description() {
		return this.description;
	}

	/**
	 * Return the price of one.
	 * @return the price in euros, with cents
	 */
	public BigDecimal price() {
		return this.price;
	}

}
