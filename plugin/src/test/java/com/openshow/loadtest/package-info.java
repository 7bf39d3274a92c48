/** The rules of the house. */
@NullMarked
package com.openshow.loadtest;

import org.jspecify.annotations.NullMarked;
