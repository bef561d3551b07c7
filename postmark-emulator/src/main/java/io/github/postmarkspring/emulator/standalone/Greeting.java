package io.github.postmarkspring.emulator.standalone;

import io.github.postmarkspring.emulator.PostmarkEmulator;

/**
 * What is printed once the emulator answers.
 */
final class Greeting {

	private Greeting() {
	}

	/**
	 * Returns the text. Tokens that were given are not in it: they may be used elsewhere,
	 * and output is kept.
	 */
	static String of(PostmarkEmulator emulator, Settings settings, String version) {
		boolean ownServer = settings.serverToken().equals(Settings.SERVER_TOKEN);
		boolean ownAccount = settings.accountToken().equals(Settings.ACCOUNT_TOKEN);
		String serverToken = ownServer ? Settings.SERVER_TOKEN : "<server token>";
		return """
				Postmark emulator %s
				  Mailbox        %s
				  Base URL       %s in place of https://api.postmarkapp.com
				  Server token   %s
				  Account token  %s

				To point an application at it:
				  Spring Boot    postmark.base-url=%s and postmark.server-token=%s
				  Node           new postmark.ServerClient("%s", { requestHost: "%s", useHttps: false })
				  HTTP           curl -H "X-Postmark-Server-Token: %s" %s/server

				""".formatted(version, emulator.mailboxUrl(), emulator.baseUrl(),
				ownServer ? Settings.SERVER_TOKEN : "as given", ownAccount ? Settings.ACCOUNT_TOKEN : "as given",
				emulator.baseUrl(), serverToken, serverToken, emulator.baseUrl().getRawAuthority(), serverToken,
				emulator.baseUrl());
	}

}
