package io.github.postmarkspring.emulator.template;

import org.jspecify.annotations.Nullable;

/**
 * The templates of every server of the account.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface TemplateStores {

	/**
	 * Finds the templates of a server.
	 * @param serverId the number of the server
	 * @return its templates, or {@code null} if there is no such server
	 */
	@Nullable TemplateStore find(long serverId);

}
