/**
 * Asks a server over HTTP so that nothing it does can harm the load test: every exchange has a
 * deadline, every answer a greatest size, and no secret reaches a message. Start at {@link
 * com.openshow.loadtest.metrics.http.HttpConnection}. Imports the JDK alone.
 */
@NullMarked
package com.openshow.loadtest.metrics.http;

import org.jspecify.annotations.NullMarked;
