package io.github.postmarkspring.sample.mail;

import java.util.List;

/**
 * A mail, and what happened to it since.
 *
 * @param mail the mail
 * @param events what happened, in the order in which it happened
 */
public record TrackedMail(SentMail mail, List<MailEvent> events) {

}
