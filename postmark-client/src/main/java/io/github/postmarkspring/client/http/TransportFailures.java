package io.github.postmarkspring.client.http;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Set;
import java.util.function.UnaryOperator;

import javax.net.ssl.SSLPeerUnverifiedException;

/**
 * Tells the failures of an engine that happen before a request is written from all
 * others. A TLS handshake that fails is not one of them: a server may want another when
 * it has taken the request, and end that with the same exception. {@link TrackedBody}
 * tells which it was.
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

	private TransportFailures() {
	}

	static boolean happenedBeforeTheRequest(Throwable failure) {
		Throwable candidate = failure;
		// A bound, because a chain of causes may run in a circle.
		for (int depth = 0; candidate != null && depth < 20; depth++) {
			if (isBeforeTheRequest(candidate)) {
				return true;
			}
			candidate = candidate.getCause();
		}
		return false;
	}

	private static boolean isBeforeTheRequest(Throwable failure) {
		return failure instanceof ConnectException || failure instanceof UnknownHostException
				|| failure instanceof NoRouteToHostException || failure instanceof UnresolvedAddressException
				|| failure instanceof SSLPeerUnverifiedException
				|| BEFORE_THE_REQUEST.contains(failure.getClass().getName());
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
