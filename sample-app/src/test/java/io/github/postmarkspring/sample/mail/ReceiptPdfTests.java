package io.github.postmarkspring.sample.mail;

import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import io.github.postmarkspring.sample.shop.Customer;
import io.github.postmarkspring.sample.shop.Order;
import io.github.postmarkspring.sample.shop.Product;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class ReceiptPdfTests {

	@ParameterizedTest
	@EnumSource
	void theReceiptIsAPdfWhoseIndexPointsToItsObjects(Product product) {
		Order order = new Order("TP-1", LocalDate.of(2026, 11, 23), new Customer("山田", "ann@mail.example"), product,
				20);

		String pdf = new String(ReceiptPdf.of(order), Charset.forName("windows-1252"));

		assertThat(pdf).startsWith("%PDF-1.4\n")
			.endsWith("%%EOF\n")
			.contains("(Receipt TP-1, 2026-11-23)", "(20 × " + product.title() + ")", "(€ " + order.total() + ")");
		int start = Integer.parseInt(group(pdf, "startxref\n(\\d+)\n"));
		assertThat(pdf.substring(start)).startsWith("xref\n");
		int number = 0;
		for (MatchResult entry : Pattern.compile("(\\d{10}) 00000 n \n").matcher(pdf).results().toList()) {
			number++;
			assertThat(pdf.substring(Integer.parseInt(entry.group(1)))).startsWith(number + " 0 obj\n");
		}
		assertThat(number).isEqualTo(7);
		int length = Integer.parseInt(group(pdf, "/Length (\\d+) "));
		assertThat(pdf.substring(pdf.indexOf("stream\n") + "stream\n".length())).startsWith("BT ");
		assertThat(pdf.indexOf("\nendstream") - pdf.indexOf("stream\n") - "stream\n".length()).isEqualTo(length);
	}

	private static String group(String text, String pattern) {
		return Pattern.compile(pattern).matcher(text).results().findFirst().orElseThrow().group(1);
	}

}
