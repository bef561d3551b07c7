package io.github.postmarkspring.sample.mail;

import java.nio.charset.Charset;
import java.util.List;

import io.github.postmarkspring.sample.shop.Order;
import io.github.postmarkspring.sample.shop.Product;

/**
 * The receipt as a PDF of one A6 page, written by hand to spare this sample a library.
 * The customer's name is not on it: the fonts that every reader has know Western letters
 * only.
 */
final class ReceiptPdf {

	// One byte for a character, so a length in characters is one in bytes.
	private static final Charset CHARSET = Charset.forName("windows-1252");

	private ReceiptPdf() {
	}

	static byte[] of(Order order) {
		String page = page(order);
		List<String> objects = List.of("<< /Type /Catalog /Pages 2 0 R /Lang (en) >>",
				"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
				"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 420 298] /Contents 4 0 R"
						+ " /Resources << /Font << /Serif 5 0 R /Sans 6 0 R >> >> >>",
				"<< /Length " + page.length() + " >>\nstream\n" + page + "\nendstream", font("Times-Bold"),
				font("Helvetica"), "<< /Title (Receipt " + order.id() + ") >>");
		return file(objects).getBytes(CHARSET);
	}

	private static String page(Order order) {
		Product product = order.product();
		return String.join("\n", text("/Serif 22", 40, 240, "Tea & Paper"),
				text("/Sans 10", 40, 220, "Receipt " + order.id() + ", " + order.date()), rule(205),
				text("/Sans 11", 40, 180, order.quantity() + " × " + product.title()),
				text("/Sans 11", 320, 180, "€ " + order.total()),
				text("/Sans 9", 40, 165, product.description() + ", € " + product.price() + " each"), rule(145),
				text("/Serif 13", 40, 122, "Total"), text("/Serif 13", 320, 122, "€ " + order.total()),
				text("/Sans 9", 40, 50, "Thank you. Nothing was charged: this shop is a sample."));
	}

	private static String text(String font, int x, int y, String text) {
		String escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)");
		return "BT " + font + " Tf " + x + " " + y + " Td (" + escaped + ") Tj ET";
	}

	private static String rule(int y) {
		return "0.5 w 40 " + y + " m 380 " + y + " l S";
	}

	private static String font(String name) {
		return "<< /Type /Font /Subtype /Type1 /BaseFont /" + name + " /Encoding /WinAnsiEncoding >>";
	}

	private static String file(List<String> objects) {
		StringBuilder file = new StringBuilder("%PDF-1.4\n");
		StringBuilder index = new StringBuilder("0000000000 65535 f \n");
		for (int i = 0; i < objects.size(); i++) {
			index.append("%010d 00000 n \n".formatted(file.length()));
			file.append(i + 1).append(" 0 obj\n").append(objects.get(i)).append("\nendobj\n");
		}
		int size = objects.size() + 1;
		return file + "xref\n0 " + size + "\n" + index + "trailer\n<< /Size " + size + " /Root 1 0 R /Info "
				+ objects.size() + " 0 R >>\nstartxref\n" + file.length() + "\n%%EOF\n";
	}

}
