package com.openshow.loadtest.jmeter;

import java.rmi.NotBoundException;
import java.rmi.RemoteException;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jmeter.engine.ClientJMeterEngine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The parts of a distributed test that run on other machines, as its controller sees them. A server
 * lets anyone who reaches it stop its test, so no hold on JMeter's own engines is needed.
 */
final class RemoteTest implements StoppableLoad {
  private static final Logger LOG = LoggerFactory.getLogger(RemoteTest.class);

  private final Set<String> hosts = new TreeSet<>();

  /** A part began on this host, as {@code -R} names it; an empty name is this JVM. */
  synchronized void began(String host) {
    if (!host.isEmpty()) {
      hosts.add(host);
    }
  }

  /** A part has ended: the host may be at another test by now. */
  synchronized void ended(String host) {
    hosts.remove(host);
  }

  @Override
  public void stop() {
    tell(false);
  }

  @Override
  public void interrupt() {
    tell(true);
  }

  private synchronized void tell(boolean now) {
    for (String host : hosts) {
      // Each by itself: one that does not answer must not keep the others from hearing it.
      Thread call = new Thread(() -> tell(host, now), "slo-stop-" + host);
      call.setDaemon(true);
      call.start();
    }
  }

  private static void tell(String host, boolean now) {
    try {
      new ClientJMeterEngine(host).stopTest(now);
    } catch (RemoteException | NotBoundException | RuntimeException e) {
      LOG.error("{} cannot be told to stop, and goes on to its end", host, e);
    }
  }
}
