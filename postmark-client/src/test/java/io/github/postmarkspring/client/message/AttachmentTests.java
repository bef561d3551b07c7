package io.github.postmarkspring.client.message;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.postmarkspring.client.error.InvalidMessageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.InputStreamSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class AttachmentTests {

	private static final byte[] HELLO = "Hello".getBytes(StandardCharsets.UTF_8);

	@TempDir
	private Path directory;

	@Test
	void anAttachmentCanComeFromBytes() throws IOException {
		Attachment attachment = Attachment.of("note.txt", HELLO);
		assertThat(attachment.contentType()).isEqualTo("text/plain");
		assertThat(encoded(attachment)).isEqualTo("SGVsbG8=");
	}

	@Test
	void anAttachmentCanComeFromAFileUnderItsName() throws IOException {
		Path file = Files.write(this.directory.resolve("invoice.pdf"), HELLO);
		Attachment attachment = Attachment.of(file);
		assertThat(attachment.name()).isEqualTo("invoice.pdf");
		assertThat(attachment.contentType()).isEqualTo("application/pdf");
		assertThat(encoded(attachment)).isEqualTo("SGVsbG8=");
	}

	@Test
	void anAttachmentCanComeFromAResourceUnderItsName() throws IOException {
		Attachment attachment = Attachment.of(new ClassPathResource("hello.txt", getClass()));
		assertThat(attachment.name()).isEqualTo("hello.txt");
		assertThat(encoded(attachment)).isEqualTo("SGVsbG8=");
	}

	@Test
	void anAttachmentCanComeFromASourceOfUnknownLength() throws IOException {
		InputStreamSource source = () -> new ByteArrayInputStream(HELLO);
		assertThat(encoded(Attachment.of("note.txt", source))).isEqualTo("SGVsbG8=");
	}

	@Test
	void aResourceThatCanBeReadOnlyOnceCanBeSentTwice() throws IOException {
		Attachment attachment = Attachment.of("note.txt", new InputStreamResource(new ByteArrayInputStream(HELLO)));
		assertThat(encoded(attachment)).isEqualTo("SGVsbG8=");
		assertThat(encoded(attachment)).isEqualTo("SGVsbG8=");
	}

	@Test
	void aResourceWithoutAFileNameNeedsOne() {
		assertThatIllegalArgumentException().isThrownBy(() -> Attachment.of(new ByteArrayResource(HELLO)))
			.withMessageContaining("no file name");
	}

	@Test
	void anUnknownExtensionIsABinaryFile() {
		assertThat(Attachment.of("a.unheardof", HELLO).contentType()).isEqualTo("application/octet-stream");
		assertThat(Attachment.of("a.unheardof", HELLO).withContentType("text/x-note").contentType())
			.isEqualTo("text/x-note");
	}

	@Test
	void anInlineImageHasTheCidPrefixOnce() {
		assertThat(Attachment.of("logo.png", HELLO).inline("logo").contentId()).isEqualTo("cid:logo");
		assertThat(Attachment.of("logo.png", HELLO).inline("cid:logo").contentId()).isEqualTo("cid:logo");
	}

	@Test
	void aFileThatIsNotThereIsToldBeforeSending() {
		Attachment attachment = Attachment.of(this.directory.resolve("gone.pdf"));
		assertThatExceptionOfType(InvalidMessageException.class).isThrownBy(() -> new Base64Content(attachment))
			.withMessageContaining("gone.pdf")
			.withCauseInstanceOf(IOException.class);
	}

	@Test
	void aFileThatGrowsOrShrinksWhileItIsSentIsNotSent() throws IOException {
		Path file = Files.write(this.directory.resolve("log.txt"), HELLO);
		Base64Content content = new Base64Content(Attachment.of(file));
		Files.write(file, "Hello!".getBytes(StandardCharsets.UTF_8));
		assertThatExceptionOfType(InvalidMessageException.class)
			.isThrownBy(() -> content.writeTo(new ByteArrayOutputStream()))
			.withMessageContaining("changed its length");
		Files.write(file, "Hell".getBytes(StandardCharsets.UTF_8));
		assertThatExceptionOfType(InvalidMessageException.class)
			.isThrownBy(() -> content.writeTo(new ByteArrayOutputStream()))
			.withMessageContaining("changed its length");
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 24 * 1024, 24 * 1024 + 1 })
	void aFileThatLosesItsLastByteIsNotSent(int size) throws IOException {
		Path file = Files.write(this.directory.resolve("log.txt"), new byte[size]);
		Base64Content content = new Base64Content(Attachment.of(file));
		Files.write(file, new byte[size - 1]);
		assertThatExceptionOfType(InvalidMessageException.class)
			.isThrownBy(() -> content.writeTo(new ByteArrayOutputStream()))
			.withMessageContaining("changed its length");
	}

	@Test
	void everyStreamIsClosed() throws IOException {
		AtomicInteger open = new AtomicInteger();
		InputStreamSource source = () -> {
			open.incrementAndGet();
			return new ByteArrayInputStream(HELLO) {
				@Override
				public void close() {
					open.decrementAndGet();
				}
			};
		};
		encoded(Attachment.of("note.txt", source));
		assertThat(open).hasValue(0);
	}

	@Test
	void whatIsShownOfAnAttachmentIsNoContentAndNoName() {
		assertThat(Attachment.of("secret.txt", HELLO)).hasToString("Attachment[contentType=text/plain, inline=false]");
	}

	private static String encoded(Attachment attachment) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		Base64Content content = new Base64Content(attachment);
		content.writeTo(out);
		assertThat(content.encodedLength()).isEqualTo(out.size());
		return out.toString(StandardCharsets.US_ASCII);
	}

}
