package io.github.postmarkspring.emulator.template;

import io.github.postmarkspring.emulator.http.ApiException;
import org.jspecify.annotations.Nullable;

/**
 * The types of templates.
 */
enum TemplateType {

	STANDARD("Standard"),

	LAYOUT("Layout");

	private final String wireName;

	TemplateType(String wireName) {
		this.wireName = wireName;
	}

	String wireName() {
		return this.wireName;
	}

	/**
	 * Reads a type.
	 * @param text the type in any letter case, or {@code null} for the default
	 * @param errorCode the code of the error
	 */
	static TemplateType of(@Nullable String text, int errorCode) {
		for (TemplateType type : values()) {
			if (type.wireName.equalsIgnoreCase((text != null) ? text : STANDARD.wireName)) {
				return type;
			}
		}
		throw ApiException.unprocessable(errorCode, "The 'TemplateType' must be 'Standard' or 'Layout'.");
	}

}
