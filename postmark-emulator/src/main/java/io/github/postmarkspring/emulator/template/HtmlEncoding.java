package io.github.postmarkspring.emulator.template;

/**
 * Encodes text for HTML as .NET does: what HTML demands, the upper half of Latin-1 and
 * everything beyond the Basic Multilingual Plane.
 */
final class HtmlEncoding {

	private HtmlEncoding() {
	}

	static void append(String text, StringBuilder out) {
		for (int i = 0; i < text.length(); i++) {
			char ch = text.charAt(i);
			switch (ch) {
				case '&' -> out.append("&amp;");
				case '<' -> out.append("&lt;");
				case '>' -> out.append("&gt;");
				case '"' -> out.append("&quot;");
				case '\'' -> out.append("&#39;");
				default -> {
					int codePoint = text.codePointAt(i);
					if (codePoint > Character.MAX_VALUE || (ch >= 0xA0 && ch <= 0xFF)) {
						out.append("&#").append(codePoint).append(';');
						i += Character.charCount(codePoint) - 1;
					}
					else {
						out.append(ch);
					}
				}
			}
		}
	}

}
