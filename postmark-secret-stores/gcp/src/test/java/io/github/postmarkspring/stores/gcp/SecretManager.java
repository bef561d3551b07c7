package io.github.postmarkspring.stores.gcp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import com.google.api.gax.core.NoCredentialsProvider;
import com.google.api.gax.grpc.InstantiatingGrpcChannelProvider;
import com.google.cloud.secretmanager.v1.AccessSecretVersionRequest;
import com.google.cloud.secretmanager.v1.AccessSecretVersionResponse;
import com.google.cloud.secretmanager.v1.SecretManagerServiceClient;
import com.google.cloud.secretmanager.v1.SecretManagerServiceGrpc.SecretManagerServiceImplBase;
import com.google.cloud.secretmanager.v1.SecretManagerServiceSettings;
import com.google.cloud.secretmanager.v1.SecretPayload;
import com.google.cloud.spring.secretmanager.SecretManagerServiceClientFactory;
import com.google.protobuf.ByteString;
import io.github.postmarkspring.stores.SecretStore;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.bootstrap.BootstrapRegistry.InstanceSupplier;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * The one call of Google's Secret Manager that reading a secret takes.
 *
 * @see <a href=
 * "https://cloud.google.com/secret-manager/docs/reference/rpc/google.cloud.secretmanager.v1">Google:
 * Secret Manager RPC reference</a>
 */
final class SecretManager extends SecretManagerServiceImplBase implements SecretStore {

	private static final String SECRET = "projects/shop/secrets/postmark-token/versions/latest";

	private Server server = listen(0);

	private final int port = this.server.getPort();

	private final SecretManagerServiceClient client = client(this.port);

	private volatile String token;

	private volatile @Nullable Failure failure;

	SecretManager(String token) {
		this.token = token;
		// The first call takes longer than all others.
		this.client.accessSecretVersion(SECRET);
	}

	@Override
	public void put(String token) {
		this.token = token;
	}

	@Override
	public List<String> properties() {
		return List.of("spring.config.import=sm@", "spring.cloud.gcp.project-id=shop",
				"postmark.server-token=${sm@postmark-token}",
				// It would log the first bytes of what it gets.
				"logging.level.io.grpc.netty=info", "logging.level.io.grpc.netty.shaded.io.grpc.netty=info");
	}

	@Override
	public void prepare(SpringApplication application) {
		application.addBootstrapRegistryInitializer((registry) -> {
			registry.register(SecretManagerServiceClient.class, InstanceSupplier.of(this.client));
			registry.register(SecretManagerServiceClientFactory.class, InstanceSupplier.of((project) -> this.client));
		});
		application.addInitializers(
				(context) -> ((GenericApplicationContext) context).registerBean(NoCredentialsProvider.class));
	}

	@Override
	public void reread(ConfigurableApplicationContext context) {
		// It is asked whenever the property is read.
	}

	@Override
	public Set<Failure> failures() {
		return EnumSet.of(Failure.ERROR, Failure.REFUSED, Failure.GAP);
	}

	@Override
	public void fail(Failure failure) {
		this.failure = failure;
		if (failure == Failure.REFUSED) {
			this.server.shutdownNow();
		}
	}

	@Override
	public void heal() {
		if (this.failure == Failure.REFUSED) {
			this.server = listen(this.port);
		}
		this.failure = null;
	}

	@Override
	public void accessSecretVersion(AccessSecretVersionRequest request,
			StreamObserver<AccessSecretVersionResponse> response) {
		if (this.failure == Failure.ERROR) {
			response.onError(Status.INTERNAL.asRuntimeException());
		}
		else if (this.failure == Failure.GAP || !request.getName().equals(SECRET)) {
			response.onError(Status.NOT_FOUND.asRuntimeException());
		}
		else {
			response.onNext(AccessSecretVersionResponse.newBuilder()
				.setName("projects/shop/secrets/postmark-token/versions/1")
				.setPayload(SecretPayload.newBuilder().setData(ByteString.copyFromUtf8(this.token)))
				.build());
			response.onCompleted();
		}
	}

	private Server listen(int port) {
		try {
			return NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
				.addService(this)
				.build()
				.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static SecretManagerServiceClient client(int port) {
		SecretManagerServiceSettings.Builder settings = SecretManagerServiceSettings.newBuilder()
			.setCredentialsProvider(NoCredentialsProvider.create())
			.setTransportChannelProvider(InstantiatingGrpcChannelProvider.newBuilder()
				.setEndpoint("localhost:" + port)
				.setChannelConfigurator(ManagedChannelBuilder::usePlaintext)
				.build());
		// A mail may have to wait for it, and without this it tries for a minute.
		settings.accessSecretVersionSettings()
			.setRetrySettings(settings.accessSecretVersionSettings()
				.getRetrySettings()
				.toBuilder()
				.setTotalTimeoutDuration(Duration.ofSeconds(4))
				.build());
		try {
			return SecretManagerServiceClient.create(settings.build());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		this.client.close();
		this.server.shutdownNow();
	}

}
