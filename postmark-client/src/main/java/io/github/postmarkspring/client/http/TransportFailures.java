package io.github.postmarkspring.client.http;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;

import org.jspecify.annotations.Nullable;

/**
 * Tells the failures of an engine that happen before a request is written from all
 * others.
 */
final class TransportFailures {

	/**
	 * By name, because neither engine needs to be there: the connection could not be made
	 * in time, or none of the pool became free.
	 */
	private static final Set<String> BEFORE_THE_REQUEST = Set.of("java.net.http.HttpConnectTimeoutException",
			"org.apache.hc.client5.http.ConnectTimeoutException",
			"org.apache.hc.core5.http.ConnectionRequestTimeoutException",
			"org.apache.hc.core5.http.RequestNotExecutedException",
			"org.eclipse.jetty.client.NoConnectionAvailableException",
			"org.springframework.boot.http.client.FilteredHostException");

	private static final String JDK_TLS = "jdk.internal.net.http.common.SSLTube";

	private TransportFailures() {
	}

	static boolean happenedBeforeTheRequest(Throwable failure) {
		return find(failure, TransportFailures::isBeforeTheRequest) != null;
	}

	private static boolean isBeforeTheRequest(Throwable failure) {
		return failure instanceof ConnectException || failure instanceof UnknownHostException
				|| failure instanceof NoRouteToHostException || failure instanceof UnresolvedAddressException
				|| failure instanceof SSLPeerUnverifiedException || isFirstHandshake(failure)
				|| BEFORE_THE_REQUEST.contains(failure.getClass().getName());
	}

	/**
	 * Whether a handshake failed that cannot have come after the request: a server may
	 * want another one when it has taken it, and refuse that with an alert. The client of
	 * the JDK takes the whole body before the first one, so {@link TrackedBody} does not
	 * tell. A certificate of the server's is looked at in the first one, and only of that
	 * one the client says itself that it was broken off.
	 */
	private static boolean isFirstHandshake(Throwable failure) {
		if (!(failure instanceof SSLHandshakeException)) {
			return false;
		}
		StackTraceElement[] trace = failure.getStackTrace();
		return find(failure, CertificateException.class::isInstance) != null
				|| (trace.length > 0 && trace[0].getClassName().equals(JDK_TLS));
	}

	private static @Nullable Throwable find(Throwable failure, Predicate<Throwable> matches) {
		Throwable candidate = failure;
		// A bound, because a chain of causes may run in a circle.
		for (int depth = 0; candidate != null && depth < 20; depth++) {
			if (matches.test(candidate)) {
				return candidate;
			}
			candidate = candidate.getCause();
		}
		return null;
	}

	/**
	 * Describe a failure in one line of bounded length: its words may be a server's.
	 * @param failure the failure
	 * @param hidden hides in its words what is not to be shown
	 * @return such as {@code ConnectException: Connection refused}
	 */
	static String describe(Throwable failure, UnaryOperator<String> hidden) {
		Throwable root = failure;
		for (int depth = 0; root.getCause() != null && depth < 20; depth++) {
			root = root.getCause();
		}
		String message = root.getMessage();
		String kind = root.getClass().getSimpleName();
		return (message != null) ? kind + ": " + ForeignText.oneLine(hidden.apply(message), 300) : kind;
	}

}
