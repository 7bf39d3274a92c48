package com.openshow.loadtest.staging;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;

/** A simulated payment provider behind a circuit breaker. */
final class PaymentProvider {
  private static final long CALL_MILLIS = 5;

  private final CircuitBreaker breaker;
  private final Faults faults;
  private final Duration openWait;

  PaymentProvider(Duration openWait, Faults faults, MeterRegistry registry) {
    this.faults = faults;
    this.openWait = openWait;
    CircuitBreakerRegistry breakers =
        CircuitBreakerRegistry.of(
            CircuitBreakerConfig.custom()
                .slidingWindowSize(10)
                .minimumNumberOfCalls(5)
                .failureRateThreshold(50)
                .waitDurationInOpenState(openWait)
                .permittedNumberOfCallsInHalfOpenState(3)
                .automaticTransitionFromOpenToHalfOpenEnabled(true)
                .build());
    this.breaker = breakers.circuitBreaker("payment-provider");
    TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(breakers).bindTo(registry);
  }

  /** Moves money; status 503 while the breaker is open, 502 when the provider refuses. */
  void call() {
    try {
      breaker.executeRunnable(this::callUnguarded);
    } catch (CallNotPermittedException e) {
      throw new ApiException(openWait, "payments are not available just now");
    }
  }

  private void callUnguarded() {
    Pause.millis(CALL_MILLIS);
    if (faults.active(FaultName.PROVIDER_DOWN).isPresent()) {
      throw new ApiException(502, "the payment provider refused");
    }
  }
}
