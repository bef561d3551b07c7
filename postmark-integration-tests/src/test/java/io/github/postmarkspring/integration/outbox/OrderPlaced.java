package io.github.postmarkspring.integration.outbox;

import java.util.UUID;

record OrderPlaced(UUID id, String number, String customer) {
}
