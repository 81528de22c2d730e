// The journal, and whether its chain is whole.

import { and, desc, eq, lt } from "drizzle-orm";
import { z } from "zod";

import { actName } from "../contract/act-names.ts";
import { journalEntry, journalVerdict } from "../contract/administration.ts";
import { cursorOf, pageOf, pageQuery, valuesOf } from "../contract/page.ts";
import { authorize } from "../http/access.ts";
import { verifyJournal } from "../store/journal.ts";
import { account, journal } from "../store/schema/index.ts";
import type { Routes } from "./routes.ts";
import { targetRegion } from "./units.ts";

const params = z.object({ region: z.string().regex(/^\d{6}$/u) });

export const journalRoutes: Routes = (app, services) => {
  for (const add of [readJournal, readVerdict]) add(app, services);
};

const readJournal: Routes = (app, services) => {
  const { database } = services;
  app.get(
    "/administration/journal/:region",
    {
      config: { access: "journal.read" },
      schema: {
        params,
        querystring: pageQuery.extend({ target: z.string().max(60).optional() }),
        response: { 200: pageOf(journalEntry) },
      },
    },
    async (request) => {
      const { region } = request.params;
      authorize(request, await targetRegion(services, region));
      const { cursor, limit, target } = request.query;
      const [before] = valuesOf(cursor) ?? [];
      const rows = await database
        .select({ entry: journal, login: account.login })
        .from(journal)
        .leftJoin(
          account,
          and(eq(account.shardRegion, journal.shardRegion), eq(account.id, journal.accountId)),
        )
        .where(
          and(
            eq(journal.shardRegion, region),
            typeof before === "number" ? lt(journal.number, before) : undefined,
            target === undefined ? undefined : eq(journal.targetId, target),
          ),
        )
        .orderBy(desc(journal.number))
        .limit(limit + 1);
      const shown = rows.slice(0, limit);
      const last = rows.length > limit ? shown.at(-1) : undefined;
      return {
        items: shown.map(({ entry, login }) => entryJson(entry, login)),
        next: last === undefined ? null : cursorOf([last.entry.number]),
      };
    },
  );
};

const readVerdict: Routes = (app, services) => {
  app.get(
    "/administration/journal/:region/verdict",
    {
      config: { access: "journal.read" },
      schema: { params, response: { 200: journalVerdict } },
    },
    async (request) => {
      const { region } = request.params;
      authorize(request, await targetRegion(services, region));
      const verdict = await verifyJournal(services.database, region);
      return verdict.intact
        ? { intact: true, entries: verdict.entries, brokenAt: null, lastSeal: verdict.lastSeal }
        : { intact: false, entries: verdict.entries, brokenAt: verdict.brokenAt, lastSeal: null };
    },
  );
};

function entryJson(entry: typeof journal.$inferSelect, login: string | null): z.infer<typeof journalEntry> {
  const { number, at, action, targetKind, targetId, detail, seal } = entry;
  const actionName = actName(action);
  return {
    number,
    at: at.toISOString(),
    account: login,
    action,
    actionName,
    targetKind,
    targetId,
    detail,
    seal,
  };
}
