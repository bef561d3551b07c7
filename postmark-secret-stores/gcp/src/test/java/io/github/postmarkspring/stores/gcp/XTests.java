package io.github.postmarkspring.stores.gcp;

import io.github.postmarkspring.stores.*;
import org.junit.jupiter.api.Test;

class XTests {

	@Test
	void x() throws Exception {
		SecretManager v = new SecretManager("t1t1t1");
		RecordingPostmark p = RecordingPostmark.start();
		p.acceptOnly("t1t1t1");
		MailingApplication a = MailingApplication.start(v, p);
		try {
			a.send();
		}
		catch (Exception ex) {
			ex.printStackTrace();
		}
		for (SecretStore.Failure f : new SecretStore.Failure[] { SecretStore.Failure.ERROR, SecretStore.Failure.REFUSED,
				SecretStore.Failure.GAP }) {
			v.fail(f);
			v.put("new" + f);
			for (int i = 0; i < 2; i++) {
				Thread.sleep(500);
				Object o;
				long t = System.nanoTime();
				try {
					o = a.context().getEnvironment().getProperty("postmark.server-token");
				}
				catch (Exception ex) {
					o = ex;
				}
				System.out.println("XX " + f + " " + o + " " + (System.nanoTime() - t) / 1000000);
			}
			v.heal();
			v.recover(a.context());
			for (int i = 0; i < 2; i++) {
				Thread.sleep(500);
				System.out
					.println("XX hd " + f + " " + a.context().getEnvironment().getProperty("postmark.server-token"));
			}
		}
		a.close();
	}

}
