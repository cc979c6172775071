// A client of the API whose types come from the OpenAPI document alone: somebody joins the club, comes back, looks at the
// account, changes it, and is told what is wrong by a code that the compiler knows. Needs the program's address.

import assert from "node:assert/strict";
import createClient from "openapi-fetch";
import type { components, paths } from "./generated/schema.js";

type Code = components["schemas"]["Code"];

const baseUrl = process.argv[2];
assert(baseUrl, "usage: node client.js http://HOST:PORT");
const api = createClient<paths>({ baseUrl });

// Registers by the form that the settings declare.
const member = { email: "tess@example.org", team: "blue", terms: true, password: "the bees sleep until noon" } as const;
const joined = await api.POST("/api/v1/register", { body: member });
assert.equal(joined.response.status, 201);
assert.equal(joined.data?.user?.email, "tess@example.org");

// What the document does not have, the compiler does not take.
const wrongly = await api.POST("/api/v1/register", {
  // @ts-expect-error: no such team, no such member
  body: { ...member, team: "green", captain: true },
});

// A refusal: each mistake at its member, with a code of the table.
const words: Partial<Record<Code, string>> = { invalid: "choose again", unknown_field: "not asked for", taken: "known" };
assert.equal(wrongly.data, undefined);
assert(wrongly.error && "errors" in wrongly.error && wrongly.error.errors);
const told = new Map(wrongly.error.errors.map((mistake) => [mistake.pointer, words[mistake.code]]));
assert.equal(told.get("#/team"), "choose again");
assert.equal(told.get("#/captain"), "not asked for");
// @ts-expect-error: no such code
assert(wrongly.error.code !== "no_such_code");

const taken = await api.POST("/api/v1/register", { body: member });
assert.equal(taken.error?.code, "taken" satisfies Code);

// Signs in, by one identifier of any kind.
const refused = await api.POST("/api/v1/login", { body: { identifier: member.email, password: "something else" } });
assert.equal(refused.response.status, 401);
assert.equal(refused.error?.code, "invalid_credentials" satisfies Code);
const entry = await api.POST("/api/v1/login", { body: { identifier: member.email, password: member.password } });
assert(entry.data?.access_token && entry.data.refresh_token);

// From here on with the access token.
let token = entry.data.access_token;
api.use({
  onRequest({ request }) {
    request.headers.set("Authorization", `Bearer ${token}`);
  },
});
const me = await api.GET("/api/v1/me");
assert.equal(me.data?.email_verified, false);
assert.deepEqual(me.data.profile, { team: "blue", terms: true });

const changed = await api.PATCH("/api/v1/me", { body: { first_name: "Tess", team: null } });
assert.equal(changed.data?.first_name, "Tess");
assert.deepEqual(changed.data.profile, { terms: true });

// A new pair of tokens, then a list.
const pair = await api.POST("/api/v1/token/refresh", { body: { refresh_token: entry.data.refresh_token } });
assert(pair.data);
token = pair.data.access_token;
const first = await api.GET("/api/v1/me/sessions", { params: { query: { limit: 1 } } });
assert.equal(first.data?.length, 1);
assert.match(first.response.headers.get("link") ?? "", /rel="next"/);
const all = await api.GET("/api/v1/me/sessions");
assert.equal(all.data?.filter((session) => session.current).length, 1);

const out = await api.POST("/api/v1/logout");
assert.equal(out.response.status, 204);
const gone = await api.GET("/api/v1/me");
assert.equal(gone.error?.code, "unauthenticated" satisfies Code);
console.log("done");
