/**
 * What people changed in a generated plan, and what the scenario file changed, in one plan. Start
 * at {@link com.openshow.loadtest.merge.PlanMerge}. Imports the JDK: a plan may hold elements of
 * plugins that are not here.
 */
@NullMarked
package com.openshow.loadtest.merge;

import org.jspecify.annotations.NullMarked;
