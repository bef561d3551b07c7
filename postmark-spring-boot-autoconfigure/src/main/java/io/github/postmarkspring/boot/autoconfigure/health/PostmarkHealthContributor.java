package io.github.postmarkspring.boot.autoconfigure.health;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.github.postmarkspring.boot.autoconfigure.PostmarkConnectionDetails;
import io.github.postmarkspring.client.PostmarkClientFactory;
import io.github.postmarkspring.client.PostmarkServers;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.health.contributor.HealthContributors;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.util.function.SingletonSupplier;

/**
 * One entry for each server and one for the account. Which there are is looked up when
 * health is first asked for, and not by conditions, which ahead-of-time processing would
 * freeze.
 */
class PostmarkHealthContributor implements CompositeHealthContributor, DisposableBean {

	static final String ACCOUNT = "account";

	private final ObjectProvider<PostmarkConnectionDetails> details;

	private final ObjectProvider<PostmarkServers> servers;

	private final Supplier<PostmarkClientFactory> clients;

	private final PostmarkHealthProperties properties;

	private final Supplier<Map<String, CachedHealth>> entries = SingletonSupplier.of(this::entries);

	/** One thread, so that no more than one question is under way. */
	private final ThreadPoolExecutor background;

	PostmarkHealthContributor(ObjectProvider<PostmarkConnectionDetails> details,
			ObjectProvider<PostmarkServers> servers, Supplier<PostmarkClientFactory> clients,
			PostmarkHealthProperties properties) {
		this.details = details;
		this.servers = servers;
		this.clients = SingletonSupplier.of(clients);
		this.properties = properties;
		CustomizableThreadFactory threads = new CustomizableThreadFactory("postmark-health-");
		threads.setDaemon(true);
		this.background = new ThreadPoolExecutor(0, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), threads,
				new ThreadPoolExecutor.DiscardPolicy());
	}

	private Map<String, CachedHealth> entries() {
		Map<String, CachedHealth> entries = new LinkedHashMap<>();
		this.details.ifAvailable((details) -> {
			HealthProbe probe = new HealthProbe(this.clients, details.baseUrl());
			if (details.serverToken() != null) {
				entries.put(PostmarkConnectionDetails.DEFAULT_SERVER,
						entry(probe, details, PostmarkConnectionDetails.DEFAULT_SERVER));
			}
			this.servers.ifAvailable((servers) -> new TreeSet<>(servers.names())
				.forEach((name) -> entries.putIfAbsent(name, entry(probe, details, name))));
			if (details.accountToken() != null) {
				// A server may be called so.
				entries.put(entries.containsKey(ACCOUNT) ? ACCOUNT + "-token" : ACCOUNT, entry(probe, details, null));
			}
		});
		return entries;
	}

	private CachedHealth entry(HealthProbe probe, PostmarkConnectionDetails details, @Nullable String server) {
		return new CachedHealth(probe, new LiveToken(details, server), this.properties, this.background,
				System::nanoTime);
	}

	@Override
	public @Nullable HealthContributor getContributor(String name) {
		return this.entries.get().get(name);
	}

	@Override
	public Stream<HealthContributors.Entry> stream() {
		return this.entries.get()
			.entrySet()
			.stream()
			.map((entry) -> new HealthContributors.Entry(entry.getKey(), entry.getValue()));
	}

	@Override
	public void destroy() {
		this.background.shutdownNow();
	}

}
