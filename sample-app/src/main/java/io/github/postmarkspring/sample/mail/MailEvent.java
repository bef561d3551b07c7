package io.github.postmarkspring.sample.mail;

import java.time.OffsetDateTime;

import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a mail on its way, as Postmark reported it.
 *
 * @param time when it happened, if Postmark said so
 * @param what what happened
 * @param good whether that is good
 * @param detail more about it
 */
public record MailEvent(@Nullable OffsetDateTime time, String what, boolean good, @Nullable String detail) {

}
