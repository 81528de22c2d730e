// People and their roles.

import { and, asc, eq, ilike, or, sql } from "drizzle-orm";
import { z } from "zod";

import type { AccountView } from "../contract/administration.ts";
import * as contract from "../contract/administration.ts";
import { cursorOf, pageOf, pageQuery, valuesOf } from "../contract/page.ts";
import { keyOf, reference, referenceTo } from "../contract/reference.ts";
import { authorize, scopesOf } from "../http/access.ts";
import type { Services } from "../services.ts";
import type { Account } from "../store/accounts.ts";
import { shownGrants } from "../store/accounts.ts";
import { account } from "../store/schema/index.ts";
import { withinRegion } from "../store/scopes.ts";
import { addAccount, changeAccount, resetLink } from "../work/keep-accounts.ts";
import type { Routes } from "./routes.ts";
import { targetRegion } from "./units.ts";

export const accountRoutes: Routes = (app, services) => {
  for (const add of [listAccounts, keepAccounts]) add(app, services);
};

const listAccounts: Routes = (app, services) => {
  const query = pageQuery.extend({ search: z.string().max(60).optional() });
  app.get(
    "/administration/accounts",
    {
      config: { access: "account.manage" },
      schema: { querystring: query, response: { 200: pageOf(contract.accountView) } },
    },
    async (request) => {
      const { cursor, limit, search } = request.query;
      const regions = scopesOf(request).filter(({ scope }) => scope === "region");
      const [login, id] = valuesOf(cursor) ?? [];
      const rows = await services.database
        .select()
        .from(account)
        .where(
          and(
            or(...regions.map(({ regionCode }) => withinRegion(regionCode, account.shardRegion))) ??
              sql`false`,
            search === undefined
              ? undefined
              : or(ilike(account.login, `%${search}%`), ilike(account.name, `%${search}%`)),
            login === undefined || id === undefined
              ? undefined
              : sql`(${account.login}, ${account.id}) > (${login}, ${id}::uuid)`,
          ),
        )
        .orderBy(asc(account.login), asc(account.id))
        .limit(limit + 1);
      const shown = rows.slice(0, limit);
      const last = rows.length > limit ? shown.at(-1) : undefined;
      return {
        items: await Promise.all(shown.map((one) => accountJson(one, services))),
        next: last === undefined ? null : cursorOf([last.login, last.id]),
      };
    },
  );
};

async function accountJson(row: Account, { database, now }: Services): Promise<AccountView> {
  const { login, name, disabled, lockedUntil, passwordHash, sample } = row;
  const grants = await shownGrants(database, row);
  return {
    ref: referenceTo(row),
    login,
    name,
    disabled,
    locked: lockedUntil !== null && lockedUntil > now(),
    hasPassword: passwordHash !== null,
    sample,
    grants: grants.map(({ role, roleName, scope, unit }) => ({ role, roleName, scope, unit })),
  };
}

/** The page on which a password is set; the secret stands behind #, so that it enters no log. */
const pathOf = (token: string): string => `/app/set-up#${token}`;

const keepAccounts: Routes = (app, services) => {
  const config = { access: "account.manage" } as const;
  const params = z.object({ ref: reference });
  app.post(
    "/administration/accounts",
    { config, schema: { body: contract.accountDraft, response: { 201: contract.accountLink } } },
    async (request, reply) => {
      const person = authorize(request, await targetRegion(services, request.body.region));
      const { id, token } = await addAccount(services, person, request.body);
      const ref = referenceTo({ shardRegion: request.body.region, id });
      return reply.status(201).send({ ref, path: pathOf(token) });
    },
  );
  app.patch(
    "/administration/accounts/:ref",
    { config, schema: { params, body: contract.accountChange, response: { 200: contract.accountView } } },
    async (request) => {
      const key = keyOf(request.params.ref);
      const person = authorize(request, await targetRegion(services, key.shardRegion));
      await changeAccount(services, person, { key, change: request.body });
      const [row] = await services.database
        .select()
        .from(account)
        .where(and(eq(account.shardRegion, key.shardRegion), eq(account.id, key.id)));
      if (row === undefined) throw new Error("a changed account is gone");
      return accountJson(row, services);
    },
  );
  app.post(
    "/administration/accounts/:ref/reset",
    { config, schema: { params, response: { 200: contract.accountLink } } },
    async (request) => {
      const key = keyOf(request.params.ref);
      const person = authorize(request, await targetRegion(services, key.shardRegion));
      return { ref: request.params.ref, path: pathOf(await resetLink(services, person, key)) };
    },
  );
};
