// Signing in and out, setting up, one's own password.

import { and, eq } from "drizzle-orm";
import type { FastifyRequest } from "fastify";

import { beginSession, forgetCookies } from "../accounts/sessions.ts";
import { grantsFor } from "../accounts/authority.ts";
import type { Action } from "../contract/actions.ts";
import { ACTIONS } from "../contract/actions.ts";
import { referenceTo } from "../contract/reference.ts";
import type { Session } from "../contract/session.ts";
import * as contract from "../contract/session.ts";
import type { Person } from "../http/access.ts";
import { personIn } from "../http/access.ts";
import { notFound } from "../http/http-problem.ts";
import type { Services } from "../services.ts";
import { accountsOfLogin, isAnyAccount, shownGrants } from "../store/accounts.ts";
import { account, session } from "../store/schema/index.ts";
import { accountSigningIn } from "../work/sign-in.ts";
import { changePassword } from "../work/change-password.ts";
import { linkPurpose, setPasswordByLink, setUpRegion } from "../work/set-up.ts";
import type { Routes } from "./routes.ts";

/** Tries a minute from one address, besides the lock of the account. */
const FEW = { rateLimit: { max: 20, timeWindow: 60_000 } } as const;
const BEFORE = { access: "public", beforeSignIn: true, ...FEW } as const;

export const sessionRoutes: Routes = (app, services) => {
  for (const add of [readSession, signIn, signOut, setUp, ownPassword]) add(app, services);
};

const readSession: Routes = (app, services) => {
  const { database } = services;
  app.get(
    "/session",
    { config: { access: "signed-in" }, schema: { response: { 200: contract.session } } },
    (request) => sessionJson(personIn(request), services),
  );
  app.get(
    "/session/options",
    { config: { access: "public" }, schema: { response: { 200: contract.signInOptions } } },
    async (request) => ({
      needsSetUp: !(await isAnyAccount(database)),
      sampleDesks: isSampleOffered(request, services) ? await sampleDesks(services) : [],
    }),
  );
};

const signIn: Routes = (app, services) => {
  const { database } = services;
  app.post("/session", { config: BEFORE, schema: { body: contract.signIn } }, async (request, reply) => {
    const found = await accountSigningIn(services, request.body);
    await beginSession(database, services, { account: found, request, reply });
    return reply.status(204).send();
  });
  app.post(
    "/session/sample",
    { config: BEFORE, schema: { body: contract.sampleSignIn } },
    async (request, reply) => {
      const found = (await accountsOfLogin(database, request.body.login)).filter(({ sample }) => sample);
      const [one] = found;
      if (!isSampleOffered(request, services) || one === undefined) throw notFound("这个示例岗位");
      await beginSession(database, services, { account: one, request, reply });
      return reply.status(204).send();
    },
  );
};

const signOut: Routes = (app, { database }) => {
  app.delete("/session", { config: { access: "signed-in" } }, async (request, reply) => {
    const { shardRegion, tokenHash } = personIn(request);
    await database
      .delete(session)
      .where(and(eq(session.shardRegion, shardRegion), eq(session.tokenHash, tokenHash)));
    forgetCookies(request, reply);
    return reply.status(204).send();
  });
};

const setUp: Routes = (app, services) => {
  const { database } = services;
  app.post(
    "/one-time-link",
    { config: BEFORE, schema: { body: contract.linkToken, response: { 200: contract.linkPurpose } } },
    async (request) => ({ purpose: await linkPurpose(services, request.body.token) }),
  );
  app.post("/set-up", { config: BEFORE, schema: { body: contract.setUp } }, async (request, reply) => {
    const made = await setUpRegion(services, request.body);
    await beginSession(database, services, { account: made, request, reply });
    return reply.status(204).send();
  });
  app.post(
    "/password/by-link",
    { config: BEFORE, schema: { body: contract.setPassword } },
    async (request, reply) => {
      const owner = await setPasswordByLink(services, request.body);
      await beginSession(database, services, { account: owner, request, reply });
      return reply.status(204).send();
    },
  );
};

const ownPassword: Routes = (app, services) => {
  app.post(
    "/password",
    { config: { access: "signed-in", ...FEW }, schema: { body: contract.changePassword } },
    async (request, reply) => {
      const own = await changePassword(personIn(request), request.body, services);
      await beginSession(services.database, services, { account: own, request, reply });
      return reply.status(204).send();
    },
  );
};

async function sessionJson(person: Person, { database }: Services): Promise<Session> {
  const { shardRegion, accountId, login, name, grants } = person;
  const key = { shardRegion, id: accountId };
  // Reason: the keys of a constant object are exactly its type's keys.
  const acts = Object.keys(ACTIONS) as Action[];
  return {
    account: { ref: referenceTo(key), login, name },
    grants: [...(await shownGrants(database, key))],
    actions: acts.filter((act) => grantsFor(grants, act).length > 0),
  };
}

/** The sample's desks are for whoever sits at the machine itself. */
function isSampleOffered({ ip, hostname }: FastifyRequest, { settings }: Services): boolean {
  const isLoopback = ip === "127.0.0.1" || ip === "::1" || ip === "::ffff:127.0.0.1";
  return settings.sample && isLoopback && /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/u.test(hostname);
}

async function sampleDesks({ database }: Services): Promise<contract.SignInOptions["sampleDesks"]> {
  const rows = await database
    .select()
    .from(account)
    .where(and(eq(account.sample, true), eq(account.disabled, false)));
  return Promise.all(
    rows.map(async (one) => {
      const grants = await shownGrants(database, one);
      const desk = grants
        .map(({ roleName, unit, region }) => `${unit?.name ?? region.name} ${roleName}`)
        .join("、");
      return { login: one.login, name: one.name, desk };
    }),
  );
}
