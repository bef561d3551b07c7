package io.github.postmarkspring.stores.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

import io.github.postmarkspring.stores.SecretStore.Failure;

import org.springframework.util.FileSystemUtils;

/**
 * A directory as Kubernetes mounts a secret: its files are links into a directory of a
 * version, by way of a link that is swapped by a rename when there is a new version.
 */
final class MountedVolume implements AutoCloseable {

	static final String FILE = "postmark.server-token";

	private final Path directory;

	private Path version;

	private boolean failing;

	MountedVolume(String token) {
		try {
			this.directory = Files.createTempDirectory("mounted-secret");
			this.version = write(token + "\n");
			Files.createSymbolicLink(data(), this.version.getFileName());
			Files.createSymbolicLink(this.directory.resolve(FILE), Path.of("..data", FILE));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	Path directory() {
		return this.directory;
	}

	void put(String content) {
		try {
			Path old = this.version;
			this.version = write(content);
			if (!this.failing) {
				swap();
			}
			FileSystemUtils.deleteRecursively(old);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	void fail(Failure failure) {
		this.failing = true;
		try {
			Files.delete(data());
			if (failure == Failure.ERROR) {
				// A loop: the file is there, and reading it fails.
				Files.createSymbolicLink(data(), Path.of("..data"));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	void heal() {
		this.failing = false;
		try {
			swap();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Path data() {
		return this.directory.resolve("..data");
	}

	private Path write(String content) throws IOException {
		Path version = Files.createDirectory(this.directory.resolve(".." + UUID.randomUUID()));
		Files.writeString(version.resolve(FILE), content);
		return version;
	}

	private void swap() throws IOException {
		Path link = Files.createSymbolicLink(this.directory.resolve("..data_tmp"), this.version.getFileName());
		Files.move(link, data(), StandardCopyOption.ATOMIC_MOVE);
	}

	@Override
	public void close() {
		try {
			FileSystemUtils.deleteRecursively(this.directory);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
