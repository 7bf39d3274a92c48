package com.openshow.loadtest.staging;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;

/** A simulated payment provider behind a circuit breaker. */
final class PaymentProvider {
  private static final long CALL_MILLIS = 5;

  /** Far below a client's patience, far above a healthy call. */
  private static final long TIMEOUT_MILLIS = 2_000;

  private final CircuitBreaker breaker;
  private final Faults faults;
  private final Duration openWait;
  private final Counter timeouts;

  /**
   * @param openWait how long the breaker stays open
   * @param halfOpenCalls after how many calls it decides, when half open, whether to close
   */
  PaymentProvider(Duration openWait, int halfOpenCalls, Faults faults, MeterRegistry registry) {
    this.faults = faults;
    this.openWait = openWait;
    CircuitBreakerRegistry breakers =
        CircuitBreakerRegistry.of(
            CircuitBreakerConfig.custom()
                .slidingWindowSize(10)
                .minimumNumberOfCalls(5)
                .failureRateThreshold(50)
                .waitDurationInOpenState(openWait)
                .permittedNumberOfCallsInHalfOpenState(halfOpenCalls)
                .automaticTransitionFromOpenToHalfOpenEnabled(true)
                .build());
    this.breaker = breakers.circuitBreaker("payment-provider");
    this.timeouts =
        Counter.builder("payment.provider.timeouts")
            .description("calls that the provider did not answer in time")
            .register(registry);
    TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(breakers).bindTo(registry);
  }

  /**
   * Moves money; status 503 while the breaker is open, 502 when the provider refuses, 504 when it
   * takes too long.
   */
  void call() {
    try {
      breaker.executeRunnable(this::callUnguarded);
    } catch (CallNotPermittedException e) {
      throw new ApiException(openWait, "payments are not available just now");
    }
  }

  private void callUnguarded() {
    long more = faults.active(FaultName.PROVIDER_SLOW).map(Fault::millis).orElse(0L);
    Pause.millis(Math.min(CALL_MILLIS + more, TIMEOUT_MILLIS));
    if (CALL_MILLIS + more > TIMEOUT_MILLIS) {
      timeouts.increment();
      throw new ApiException(504, "the payment provider did not answer in time");
    }
    if (faults.active(FaultName.PROVIDER_DOWN).isPresent()) {
      throw new ApiException(502, "the payment provider refused");
    }
  }
}
