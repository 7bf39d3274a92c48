/**
 * First scenario files from what others wrote: OpenAPI documents and recordings of browsers. Start
 * at {@link com.openshow.loadtest.imports.OpenApiImport} and {@link
 * com.openshow.loadtest.imports.HarImport}. Nothing is fetched, and no secret is handed on.
 */
@NullMarked
package com.openshow.loadtest.imports;

import org.jspecify.annotations.NullMarked;
