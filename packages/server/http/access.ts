// Who is asking, and whether they may: every route of the interface says which act it is, and the check is made here.

import type { FastifyInstance, FastifyRequest } from "fastify";

import type { HeldGrant, Target } from "../accounts/authority.ts";
import { grantsFor, isAllowed } from "../accounts/authority.ts";
import { sessionCookie, SESSION_MS, RENEW_MS } from "../accounts/sessions.ts";
import type { Action } from "../contract/actions.ts";
import { sha256 } from "../identifiers.ts";
import type { Services } from "../services.ts";
import { heldGrants, sessionOf } from "../store/accounts.ts";
import { and, eq } from "drizzle-orm";
import { session } from "../store/schema/index.ts";
import { forbidden, HttpProblem, notFound, notSignedIn } from "./http-problem.ts";

/** Person: who is signed in, with what they may do. */
export interface Person {
  readonly shardRegion: string;
  readonly accountId: string;
  readonly login: string;
  readonly name: string;
  readonly grants: readonly HeldGrant[];
  readonly tokenHash: string;
  readonly csrf: string;
}

declare module "fastify" {
  interface FastifyContextConfig {
    /** public: anybody; signed-in: one's own affairs; an act: those whose roles allow it, within their scope. */
    readonly access?: "public" | "signed-in" | Action;
    /** True for acts of people who are not signed in yet, which have no token against forgery. */
    readonly beforeSignIn?: boolean;
  }
  interface FastifyRequest {
    person: Person | null;
    /** True once the scope of an act has been checked for its target. */
    scopeChecked: boolean;
  }
}

const UNSAFE = new Set(["POST", "PUT", "PATCH", "DELETE"]);

/** Registers the checks for all routes of the interface. */
export function guardRoutes(app: FastifyInstance, services: Services): void {
  app.decorateRequest("person", null);
  app.decorateRequest("scopeChecked", false);
  app.addHook("onRoute", ({ url, config }) => {
    if (config?.access === undefined) throw new Error(`route ${url} does not say who may use it`);
  });
  app.addHook("onRequest", async (request) => {
    const access = request.routeOptions.config.access;
    if (access === undefined) return;
    request.person = await personOf(request, services);
    refuseForgery(request);
    if (access === "public") return;
    if (request.person === null) throw notSignedIn();
    if (access !== "signed-in" && grantsFor(request.person.grants, access).length === 0) throw forbidden();
  });
  app.addHook("onSend", async (request, reply) => {
    const access = request.routeOptions.config.access;
    const isAct = access !== undefined && access !== "public" && access !== "signed-in";
    if (isAct && !request.scopeChecked && reply.statusCode < 400)
      throw new Error(`route ${request.routeOptions.url ?? ""} did not check the scope of its act`);
  });
}

async function personOf(request: FastifyRequest, { database, now }: Services): Promise<Person | null> {
  const token = request.cookies[sessionCookie(request)];
  if (token === undefined) return null;
  const tokenHash = sha256(token);
  const found = await sessionOf(database, tokenHash, now());
  if (found === undefined) return null;
  const { shardRegion, id, login, name } = found.account;
  if (now().getTime() - found.session.seenAt.getTime() > RENEW_MS) {
    await database
      .update(session)
      .set({ seenAt: now(), expiresAt: new Date(now().getTime() + SESSION_MS) })
      .where(and(eq(session.shardRegion, shardRegion), eq(session.tokenHash, tokenHash)));
  }
  return {
    shardRegion,
    accountId: id,
    login,
    name,
    grants: await heldGrants(database, found.account),
    tokenHash,
    csrf: found.session.csrf,
  };
}

/** A change must come from our own pages: by the token of the session, before signing in by the browser's word. */
function refuseForgery(request: FastifyRequest): void {
  if (!UNSAFE.has(request.method)) return;
  const refused = new HttpProblem(403, "forged", "请求不是从本系统的页面发出的。请刷新页面后再试。");
  const site = request.headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin" && site !== "none") throw refused;
  if (request.routeOptions.config.beforeSignIn === true || request.person === null) return;
  if (request.headers["x-csrf-token"] !== request.person.csrf) throw refused;
}

/** The signed-in person; routes for which nobody needs to be signed in do not call this. */
export function personIn(request: FastifyRequest): Person {
  if (request.person === null) throw notSignedIn();
  return request.person;
}

/**
 * Checks that the person may do the route's act to the target, and gives the person. Where they may not even
 * read it, it looks as if it were not there.
 */
export function authorize(request: FastifyRequest, target: Target | undefined, act?: Action): Person {
  const person = personIn(request);
  const access = act ?? request.routeOptions.config.access;
  if (target === undefined) throw notFound();
  if (access === undefined || access === "public" || access === "signed-in")
    throw new Error("authorize is for acts");
  if (!isAllowed(person.grants, access, target)) {
    throw isAllowed(person.grants, "report.read", target) ? forbidden() : notFound();
  }
  request.scopeChecked = true;
  return person;
}

/** The grants within which the route's act may be done: for lists, which show only what lies in them. */
export function scopesOf(request: FastifyRequest, act?: Action): readonly HeldGrant[] {
  const access = act ?? request.routeOptions.config.access;
  if (access === undefined || access === "public" || access === "signed-in")
    throw new Error("scopesOf is for acts");
  request.scopeChecked = true;
  return grantsFor(personIn(request).grants, access);
}
