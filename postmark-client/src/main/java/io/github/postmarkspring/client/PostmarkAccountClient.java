package io.github.postmarkspring.client;

import io.github.postmarkspring.client.dataremoval.DataRemovals;
import io.github.postmarkspring.client.domain.Domains;
import io.github.postmarkspring.client.server.Servers;
import io.github.postmarkspring.client.signature.SenderSignatures;
import io.github.postmarkspring.client.template.TemplatePush;

/**
 * Everything an account token may do, by resource.
 *
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/overview">Postmark: API
 * overview</a>
 */
public interface PostmarkAccountClient {

	/**
	 * The servers of the account.
	 * @return the servers of the account
	 */
	Servers servers();

	/**
	 * The domains of the account.
	 * @return the domains of the account
	 */
	Domains domains();

	/**
	 * The sender signatures of the account.
	 * @return the sender signatures of the account
	 */
	SenderSignatures senderSignatures();

	/**
	 * Pushes templates from one server of the account to another.
	 * @return the calls for it
	 */
	TemplatePush templatePush();

	/**
	 * The removals of what Postmark knows of recipients.
	 * @return the removals of what Postmark knows of recipients
	 */
	DataRemovals dataRemovals();

	/**
	 * A client for one of the servers of the account, so that one token is enough. The
	 * token of the server is read from the account when it is first needed, and again
	 * when Postmark refuses it.
	 * @param serverId the id of the server
	 * @return the client
	 */
	PostmarkServerClient serverClient(long serverId);

	/**
	 * A client for one of the servers of the account, as with
	 * {@link #serverClient(long)}. When it is first used and there is no server of this
	 * name, an {@link IllegalStateException} says so.
	 * @param serverName the whole name of the server
	 * @return the client
	 * @throws IllegalArgumentException if the name is blank
	 */
	PostmarkServerClient serverClient(String serverName);

}
