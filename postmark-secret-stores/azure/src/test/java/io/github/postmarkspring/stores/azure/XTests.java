package io.github.postmarkspring.stores.azure;

import io.github.postmarkspring.stores.*;
import org.junit.jupiter.api.Test;

class XTests {

	@Test
	void x() throws Exception {
		KeyVault v = new KeyVault("t1t1t1");
		RecordingPostmark p = RecordingPostmark.start();
		p.acceptOnly("t1t1t1");
		MailingApplication a = MailingApplication.start(v, p);
		System.out.println("XX " + a.context().getEnvironment().getProperty("postmark.server-token"));
		for (SecretStore.Failure f : new SecretStore.Failure[] { SecretStore.Failure.GAP, SecretStore.Failure.ERROR,
				SecretStore.Failure.DROPPED }) {
			a.send();
			v.fail(f);
			v.put("new" + f);
			for (int i = 0; i < 16; i++) {
				Thread.sleep(500);
				System.out.println("XX " + f + " " + a.context().getEnvironment().getProperty("postmark.server-token")
						+ " " + v.requests());
			}
			v.heal();
			for (int i = 0; i < 5; i++) {
				Thread.sleep(500);
				System.out.println("XX hd " + f + " "
						+ a.context().getEnvironment().getProperty("postmark.server-token") + " " + v.requests());
			}
		}
		a.close();
	}

}
