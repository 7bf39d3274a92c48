/**
 * Records to a test plan that people are glad to open, written with JMeter's own SaveService. Start
 * at {@link com.openshow.loadtest.plan.Plans}.
 */
@NullMarked
package com.openshow.loadtest.plan;

import org.jspecify.annotations.NullMarked;
