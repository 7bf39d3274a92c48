/**
 * Objectives as documents of OpenSLO v1. Start at {@link com.openshow.loadtest.openslo.OpenSlo}.
 */
@NullMarked
package com.openshow.loadtest.openslo;

import org.jspecify.annotations.NullMarked;
