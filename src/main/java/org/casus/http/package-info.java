/**
 * The manners of HTTP, knowing nothing of events: limits, conditional requests, validators, headers.
 * Below it: {@code problem} (what goes wrong, said well), {@code json} (strict bodies), {@code key} (who may write),
 * {@code body} (how bodies are received), {@code connection} (checks below the router).
 */
package org.casus.http;
