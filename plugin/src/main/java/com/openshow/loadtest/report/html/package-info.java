/**
 * The report of a run as one HTML file that needs no network. Start at {@link
 * com.openshow.loadtest.report.html.HtmlReport}. Imports {@code slo} and jackson.
 */
@NullMarked
package com.openshow.loadtest.report.html;

import org.jspecify.annotations.NullMarked;
