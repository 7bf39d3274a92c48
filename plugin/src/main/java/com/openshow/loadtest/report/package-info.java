/**
 * The outputs of a verdict, all from one {@link com.openshow.loadtest.slo.Judgement}. Start at
 * {@link com.openshow.loadtest.report.Reports}. Imports {@code slo}, its own {@code html}, and
 * jackson.
 */
@NullMarked
package com.openshow.loadtest.report;

import org.jspecify.annotations.NullMarked;
