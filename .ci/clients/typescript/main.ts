// A client as a newcomer would write it, on types generated from the contract. It compiles under --strict, and runs
// against a server: CASUS_URL, CASUS_KEY.
import createClient from "openapi-fetch";
import type { components, paths } from "./generated/casus.js";

type Event = components["schemas"]["Event"];
type EventInput = components["schemas"]["EventInput"];
type Problem = components["schemas"]["Problem"];

const url = process.env["CASUS_URL"] ?? "http://localhost:8080";
const api = createClient<paths, "application/json" | "application/problem+json">({ baseUrl: url, headers: { Authorization: `Bearer ${process.env["CASUS_KEY"] ?? ""}` } });

function expect(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Error(`expected ${what}`);
}

/** What a GET answered, as a PUT takes it: without what the server alone says. References go back as they came. */
function inputOf({ earliest, latest, revision, createdAt, updatedAt, links, ...input }: Event): EventInput {
  return input;
}

// a list, filtered: values are an array, and members are typed
const list = await api.GET("/events", { params: { query: { type: ["speech"], limit: 10 } }, querySerializer });
expect(list.data !== undefined && list.data.items.length > 0, "a speech");
const listed: Event = list.data.items[0]!;
console.log(`${list.data.total} speech: ${listed.title}, ${listed.when}, ${listed.place?.name ?? "somewhere"}`);

// an event, read and put back as it is: nothing changes
const id = listed.id;
const got = await api.GET("/events/{id}", { params: { path: { id } } });
const etag = got.response.headers.get("ETag");
expect(got.data !== undefined && etag !== null, "the event with an ETag");
const same = await api.PUT("/events/{id}", {
  params: { path: { id }, header: { "If-Match": etag } },
  body: inputOf(got.data),
});
expect(same.data?.revision === got.data.revision, `the same revision ${got.data.revision}: ${JSON.stringify(same.error)}`);

// a merge patch: null removes what may be absent
const patched = await api.PATCH("/events/{id}", {
  params: { path: { id }, header: { "If-Match": etag } },
  headers: { "Content-Type": "application/merge-patch+json" },
  body: { summary: null, place: null },
});
expect(patched.data !== undefined && patched.data.summary === undefined && patched.data.place === undefined, "no summary");
const back = await api.PUT("/events/{id}", {
  params: { path: { id }, header: { "If-Match": patched.response.headers.get("ETag")! } },
  body: inputOf(got.data),
});
expect(back.data?.summary === got.data.summary, "the summary back");

// a problem is typed too: its type and codes are enumerations
const wrong = await api.GET("/events", { params: { query: { actor: ["russai"] } } });
const problem: Problem | undefined = wrong.error;
expect(problem?.type === "/problems/invalid-parameter", "the problem of an invalid parameter");
expect(problem.errors?.[0]?.code === "unknown-reference", "the code of an unknown reference");
console.log(`${problem.title}: ${problem.errors[0].detail}`);

/** Arrays in queries are comma-separated (style form, explode false). */
function querySerializer(query: Record<string, unknown>): string {
  return new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)])).toString();
}
