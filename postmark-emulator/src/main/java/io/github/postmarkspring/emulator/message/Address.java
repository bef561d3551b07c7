package io.github.postmarkspring.emulator.message;

import org.jspecify.annotations.Nullable;

/**
 * An e-mail address with the name before it.
 *
 * @param email the bare address
 * @param name the display name, if there was one
 * @since 0.1.0
 */
public record Address(String email, @Nullable String name) {

	@Override
	public String toString() {
		if (this.name == null) {
			return this.email;
		}
		return "\"" + this.name.replace("\\", "\\\\").replace("\"", "\\\"") + "\" <" + this.email + ">";
	}

}
