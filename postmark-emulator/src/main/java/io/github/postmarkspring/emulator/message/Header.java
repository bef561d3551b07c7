package io.github.postmarkspring.emulator.message;

/**
 * A header that the sender asked for.
 *
 * @param name the name
 * @param value the value
 * @since 0.1.0
 */
public record Header(String name, String value) {

}
