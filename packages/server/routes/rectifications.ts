// 整改台账: list and counts, one entry, what is done with it, what enters it, and the ledger as a file.

import { and, eq } from "drizzle-orm";
import type { FastifyRequest } from "fastify";
import { z } from "zod";

import { ENTRY_STATES } from "@jueming/core/rectification/entry-states.ts";
import { eventCells, LEDGER_COLUMNS } from "@jueming/pipeline/rectification/ledger-columns.ts";
import { ledgerWorkbook } from "@jueming/pipeline/rectification/ledger-workbook.ts";
import { BYTE_ORDER_MARK, csvLine } from "@jueming/pipeline/reports/csv-line.ts";

import { pageOf } from "../contract/page.ts";
import { keyOf, reference, referenceTo } from "../contract/reference.ts";
import type { RectificationView } from "../contract/rectifications.ts";
import * as contract from "../contract/rectifications.ts";
import type { Person } from "../http/access.ts";
import { authorize, personIn, scopesOf } from "../http/access.ts";
import { badRequest, notFound } from "../http/http-problem.ts";
import type { Services } from "../services.ts";
import { enterInJournal } from "../store/journal.ts";
import type { LedgerScope, RectificationRow } from "../store/rectifications.ts";
import {
  countRectifications,
  ledgerEntryOf,
  pageOfRectifications,
  rectificationLineOf,
  rectificationOf,
  rectificationsFor,
  RECTIFICATION_SCOPE,
  targetOfEntry,
} from "../store/rectifications.ts";
import { region, unitYear } from "../store/schema/index.ts";
import { withinScopes } from "../store/scopes.ts";
import { chinaDay } from "../work/china-day.ts";
import { rectificationFilesOf } from "../work/keep-rectification-files.ts";
import { changeRectification, mayFill, nextStates } from "../work/keep-rectifications.ts";
import { previewIntake, raiseByHand, raiseFromReport } from "../work/raise-rectifications.ts";
import { MEDIA_TYPES, savedAs } from "../work/report-documents.ts";
import { reportIn } from "./reports.ts";
import type { Routes } from "./routes.ts";

export const rectificationRoutes: Routes = (app, services) => {
  for (const add of [list, openOne, change, raise, download]) add(app, services);
};

const config = { access: "rectification.read" } as const;
const params = z.object({ ref: reference });

const scopeIn = (request: FastifyRequest, { now }: Services): LedgerScope => ({
  within: withinScopes(scopesOf(request), RECTIFICATION_SCOPE),
  today: chinaDay(now()),
});

const list: Routes = (app, services) => {
  const { database } = services;
  app.get(
    "/rectifications",
    {
      config,
      schema: {
        querystring: contract.rectificationQuery,
        response: { 200: pageOf(contract.rectificationLine) },
      },
    },
    (request) => pageOfRectifications(database, scopeIn(request, services), request.query),
  );
  app.get(
    "/rectifications/counts",
    {
      config,
      schema: {
        querystring: z.object({ year: z.coerce.number().int().optional() }),
        response: { 200: contract.rectificationCounts },
      },
    },
    (request) => countRectifications(database, scopeIn(request, services), request.query.year),
  );
};

const openOne: Routes = (app, services) => {
  app.get(
    "/rectifications/:ref",
    { config, schema: { params, response: { 200: contract.rectificationView } } },
    async (request) => {
      const row = await rectificationOf(services.database, keyOf(request.params.ref));
      if (row === undefined) throw notFound("这个整改事项");
      const person = authorize(request, targetOfEntry(row));
      return viewOf(row, person, services);
    },
  );
};

async function viewOf(
  row: RectificationRow,
  person: Person,
  { database, now }: Services,
): Promise<RectificationView> {
  const { advice, place, revision, history } = row.entry;
  return {
    ...rectificationLineOf(row, chinaDay(now())),
    files: await rectificationFilesOf(database, row.entry),
    advice,
    place,
    fields: ledgerEntryOf(row).fields,
    revision,
    mayEdit: mayFill(person, row),
    next: nextStates(person, row).map((state) => ({ state, name: ENTRY_STATES[state] })),
    history: history.map((event) => {
      const [date = "", what = "", from = "", to = ""] = eventCells(event);
      return { date, by: event.by, what, from, to };
    }),
  };
}

const change: Routes = (app, services) => {
  app.patch(
    "/rectifications/:ref",
    // Which act a change is depends on the change; whoever may read an entry may ask, and the work refuses the rest.
    {
      config,
      schema: { params, body: contract.rectificationChange, response: { 200: contract.rectificationView } },
    },
    async (request) => {
      const key = keyOf(request.params.ref);
      const before = await rectificationOf(services.database, key);
      if (before === undefined) throw notFound("这个整改事项");
      const person = authorize(request, targetOfEntry(before));
      await changeRectification(services, person, { key, change: request.body });
      const after = await rectificationOf(services.database, key);
      if (after === undefined) throw new Error("a changed entry is gone");
      return viewOf(after, person, services);
    },
  );
};

const raise: Routes = (app, services) => {
  const access = { access: "rectification.raise" } as const;
  app.post(
    "/rectifications",
    {
      config: access,
      schema: { body: contract.rectificationDraft, response: { 201: contract.rectificationRaised } },
    },
    async (request, reply) => {
      const person = authorize(request, await unitTarget(services, request.body));
      const key = await raiseByHand(services, person, request.body);
      return reply.status(201).send({ ref: referenceTo(key) });
    },
  );
  app.get(
    "/rectifications/intake",
    {
      config: access,
      schema: { querystring: contract.intakeQuery, response: { 200: contract.intakePreview } },
    },
    async (request) => {
      const { report, least } = request.query;
      const { row } = await reportIn(request, services, report);
      return previewIntake(services, { row, least });
    },
  );
  app.post(
    "/rectifications/intake",
    {
      config: access,
      schema: { body: contract.rectificationIntake, response: { 200: contract.rectificationsRaised } },
    },
    async (request) => {
      const { report, least, due } = request.body;
      const { row, person } = await reportIn(request, services, report);
      return raiseFromReport(services, person, { row, least, due });
    },
  );
};

/** A unit as the target of an act, as it stands in the tree of a year. */
async function unitTarget(
  { database }: Services,
  { unit, year }: { readonly unit: string; readonly year: number },
) {
  const { shardRegion, id } = keyOf(unit);
  const [found] = await database
    .select({ departmentId: unitYear.departmentId, regionCode: region.code })
    .from(unitYear)
    .innerJoin(region, eq(region.shardRegion, unitYear.shardRegion))
    .where(and(eq(unitYear.shardRegion, shardRegion), eq(unitYear.unitId, id), eq(unitYear.year, year)));
  if (found === undefined) throw badRequest(`${year}年度的名录中没有这个单位。`);
  return { shardRegion, unitId: id, ...found };
}

const download: Routes = (app, services) => {
  app.get(
    "/rectifications/file",
    {
      config,
      schema: {
        querystring: contract.rectificationQuery
          .omit({ cursor: true, limit: true })
          .extend({ format: z.enum(["xlsx", "csv"]) }),
      },
    },
    async (request, reply) => {
      const { format, ...query } = request.query;
      const scope = scopeIn(request, services);
      const rows = await rectificationsFor(services.database, scope, { ...query, limit: 200 });
      const entries = rows.map(ledgerEntryOf);
      const person = personIn(request);
      await enterInJournal(services.database, {
        shardRegion: person.shardRegion,
        at: services.now(),
        accountId: person.accountId,
        action: "ledger-downloaded",
        target: { kind: "region", id: person.shardRegion },
        detail: { format, entries: entries.length },
      });
      void reply.header("content-disposition", savedAs(`整改台账.${format}`));
      if (format === "csv") {
        const lines = [
          LEDGER_COLUMNS.map(({ name }) => name),
          ...entries.map((entry) => LEDGER_COLUMNS.map(({ text }) => text(entry, scope.today))),
        ];
        return reply.type("text/csv; charset=utf-8").send(BYTE_ORDER_MARK + lines.map(csvLine).join(""));
      }
      const bytes = await ledgerWorkbook({ entries }, scope.today);
      return reply.type(MEDIA_TYPES.xlsx).send(Buffer.from(bytes));
    },
  );
};
