/**
 * The command line, one class a command. Start at {@link com.openshow.loadtest.cli.Main}. The only
 * room of the generator that uses the standard streams.
 */
@NullMarked
package com.openshow.loadtest.cli;

import org.jspecify.annotations.NullMarked;
