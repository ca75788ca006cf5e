/**
 * The OpenAPI document, as far as it is the same everywhere. Resources and records say what is theirs by annotation;
 * {@link org.casus.openapi.OpenApiDocumentFilter} adds, when the document is built, what has one source in the code: filters,
 * pages, references, problems, headers and keys.
 */
package org.casus.openapi;
