package io.github.postmarkspring.client.signature;

import io.github.postmarkspring.client.page.Page;
import java.util.stream.Stream;

import io.github.postmarkspring.client.error.PostmarkException;
import io.github.postmarkspring.client.page.ListQuery;
import io.github.postmarkspring.client.page.Pages;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/**
 * The sender signatures of an account.
 *
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/signatures-api">Postmark: Sender
 * Signatures API</a>
 */
public interface SenderSignatures {

	/**
	 * List signatures.
	 * @param query which page
	 * @return a page of signatures
	 * @throws IllegalArgumentException if the query cannot be asked
	 * @throws PostmarkException if Postmark refuses or cannot be reached
	 */
	@GetExchange("/senders")
	Page<SenderSignatureSummary> list(ListQuery query);

	/**
	 * Read a signature.
	 * @param signatureId the id
	 * @return the signature
	 * @throws PostmarkException if Postmark refuses or cannot be reached
	 */
	@GetExchange("/senders/{signatureId}")
	SenderSignature get(@PathVariable long signatureId);

	/**
	 * Create a signature. Postmark asks the owner of the address for confirmation by
	 * mail.
	 * @param signature the signature
	 * @return the signature as created
	 * @throws PostmarkException if Postmark refuses or cannot be reached
	 */
	@PostExchange("/senders")
	SenderSignature create(@RequestBody NewSenderSignature signature);

	/**
	 * Change a signature.
	 * @param signatureId the id
	 * @param change what to change
	 * @return the signature as changed
	 * @throws PostmarkException if Postmark refuses or cannot be reached
	 */
	@PutExchange("/senders/{signatureId}")
	SenderSignature edit(@PathVariable long signatureId, @RequestBody SenderSignatureChange change);

	/**
	 * Delete a signature.
	 * @param signatureId the id
	 * @throws PostmarkException if Postmark refuses or cannot be reached
	 */
	@DeleteExchange("/senders/{signatureId}")
	void delete(@PathVariable long signatureId);

	/**
	 * Ask the owner of the address for confirmation again.
	 * @param signatureId the id
	 * @throws PostmarkException if Postmark refuses or cannot be reached
	 */
	@PostExchange("/senders/{signatureId}/resend")
	void resendConfirmation(@PathVariable long signatureId);

	/**
	 * Look for the SPF record. Postmark no longer needs one.
	 * @param signatureId the id
	 * @return the signature
	 * @throws PostmarkException if Postmark refuses or cannot be reached
	 */
	@PostExchange("/senders/{signatureId}/verifyspf")
	SenderSignature verifySpf(@PathVariable long signatureId);

	/**
	 * Ask for a new DKIM key. Superseded by renewing that of the domain.
	 * @param signatureId the id
	 * @return the signature
	 * @throws PostmarkException if Postmark refuses or cannot be reached
	 */
	@PostExchange("/senders/{signatureId}/requestnewdkim")
	SenderSignature requestNewDkim(@PathVariable long signatureId);

	/**
	 * Stream the signatures of all pages, each fetched when it is reached.
	 * @param query what to look for, where to begin and how large a page is
	 * @return the signatures
	 * @see Pages#stream
	 */
	default Stream<SenderSignatureSummary> stream(ListQuery query) {
		return Pages.stream(query, this::list);
	}

}
