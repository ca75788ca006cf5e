/**
 * The parts of the OpenAPI document that operations share. Resources and records describe what is specific to them with
 * annotations. When the document is built, {@link org.casus.openapi.OpenApiDocumentFilter} adds everything that the code defines in
 * one place: filters, pages, references, problems, headers and keys. The other classes build schemas, parameters and responses
 * from the same tables that the parsers and writers use.
 */
package org.casus.openapi;
