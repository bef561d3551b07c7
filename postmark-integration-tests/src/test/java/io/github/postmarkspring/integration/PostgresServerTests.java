package io.github.postmarkspring.integration;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PostgresServerTests {

	@Test
	void itRunsForWhoeverBuildsAndLeavesNothingBehind() throws SQLException {
		Path directory;
		String url;
		String password;
		try (PostgresServer server = PostgresServer.start()) {
			directory = server.directory();
			url = server.newDatabase();
			password = server.password();
			try (Connection connection = DriverManager.getConnection(url, PostgresServer.USER, password)) {
				assertThat(connection.getMetaData().getDatabaseProductName()).isEqualTo("PostgreSQL");
			}
		}
		assertThat(directory).doesNotExist();
		assertThatExceptionOfType(SQLException.class)
			.isThrownBy(() -> DriverManager.getConnection(url, PostgresServer.USER, password));
	}

}
