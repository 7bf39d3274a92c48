/**
 * Shows that unique values are: many of them, from many JVMs, partitioned on disk and compared.
 * Start at {@link com.openshow.loadtest.proof.Partitions}. Imports the JDK and {@code data}.
 */
@NullMarked
package com.openshow.loadtest.proof;

import org.jspecify.annotations.NullMarked;
