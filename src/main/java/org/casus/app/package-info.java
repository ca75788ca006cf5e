/**
 * The application as a whole. {@link org.casus.app.Main} starts the server or a command. A start reserves the ports, migrates the
 * database with a backup of the embedded store, and then runs the steps of {@link org.casus.app.Startup}. The package also serves
 * the resources about the service itself: landing page, OpenAPI document, Swagger UI, JSON-LD context and problem types.
 */
package org.casus.app;
