package io.github.postmarkspring.emulator.template;

import org.jspecify.annotations.Nullable;

/**
 * A template as it is kept. What is absent is empty, except for the alias and the layout.
 *
 * @param id its number
 * @param name its name
 * @param alias its name in requests, unique among the active templates of a server
 * @param type its type, which never changes
 * @param subject the subject, empty for a layout
 * @param htmlBody the HTML
 * @param textBody the plain text
 * @param layout the number of its layout, so that the layout can be given another alias
 * @param active whether it is not deleted
 */
record Template(long id, String name, @Nullable String alias, TemplateType type, String subject, String htmlBody,
		String textBody, @Nullable Long layout, boolean active) {

	static Template empty(TemplateType type) {
		return new Template(0, "", null, type, "", "", "", null, true);
	}

	boolean isLayout() {
		return this.type == TemplateType.LAYOUT;
	}

	boolean isCalled(@Nullable String alias) {
		return this.alias != null && this.alias.equalsIgnoreCase(alias);
	}

	boolean uses(Template layout) {
		return this.layout != null && this.layout == layout.id();
	}

	Template withId(long id) {
		return new Template(id, this.name, this.alias, this.type, this.subject, this.htmlBody, this.textBody,
				this.layout, this.active);
	}

	Template withLayout(@Nullable Long layout) {
		return new Template(this.id, this.name, this.alias, this.type, this.subject, this.htmlBody, this.textBody,
				layout, this.active);
	}

	Template deleted() {
		return new Template(this.id, this.name, this.alias, this.type, this.subject, this.htmlBody, this.textBody,
				this.layout, false);
	}

	long length() {
		return (long) this.name.length() + this.subject.length() + this.htmlBody.length() + this.textBody.length();
	}

}
