/**
 * Generic HTTP support that knows nothing of events: limits, conditional requests, entity tags and headers.
 * A request passes through {@code connection} (checks below the router) and {@code body} (receives bodies) to {@code json}
 * (strict parsing into records); {@code problem} turns failures into responses. API keys are in {@code org.casus.security}.
 */
package org.casus.http;
