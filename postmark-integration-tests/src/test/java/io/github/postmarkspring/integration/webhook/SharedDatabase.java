package io.github.postmarkspring.integration.webhook;

import java.util.List;

import javax.sql.DataSource;

import io.github.postmarkspring.integration.PostgresServer;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.integration.jdbc.metadata.JdbcMetadataStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.DatabasePopulatorUtils;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/**
 * A new database with the tables of Spring Integration as it brings them.
 *
 * @param url where it is
 */
public record SharedDatabase(String url) {

	public static SharedDatabase create() {
		SharedDatabase database = new SharedDatabase(PostgresServer.shared().newDatabase());
		DatabasePopulatorUtils.execute(
				new ResourceDatabasePopulator(
						new ClassPathResource("org/springframework/integration/jdbc/schema-postgresql.sql")),
				database.dataSource());
		return database;
	}

	public DataSource dataSource() {
		return new DriverManagerDataSource(this.url, PostgresServer.USER, PostgresServer.shared().password());
	}

	JdbcClient jdbc() {
		return JdbcClient.create(dataSource());
	}

	List<String> properties() {
		return List.of("spring.datasource.url=" + this.url, "spring.datasource.username=" + PostgresServer.USER,
				"spring.datasource.password=" + PostgresServer.shared().password());
	}

	/** All that an application needs to share what it has handled. */
	@Configuration(proxyBeanMethods = false)
	static class Store {

		@Bean
		JdbcMetadataStore metadataStore(DataSource dataSource) {
			return new JdbcMetadataStore(dataSource);
		}

	}

}
