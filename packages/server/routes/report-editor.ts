// The editor of a report: its sheets and entries, changes, and files of what stands there.

import { z } from "zod";

import { toDisclosureJson } from "@jueming/core/disclosure/disclosure-json.ts";

import type { Entries, EntryPlan } from "../contract/entry.ts";
import { reference } from "../contract/reference.ts";
import * as contract from "../contract/reports.ts";
import { badRequest, notFound } from "../http/http-problem.ts";
import { enterInJournal } from "../store/journal.ts";
import { editReport } from "../work/edit-report.ts";
import { reportFile, savedAs } from "../work/report-documents.ts";
import { disclosureOfYear, liveReport, materialOf, versionDisclosure } from "../work/report-material.ts";
import { stepOf } from "../work/review-report.ts";
import { reportIn } from "./reports.ts";
import type { Routes } from "./routes.ts";

const params = z.object({ ref: reference });

export const reportEditorRoutes: Routes = (app, services) => {
  for (const add of [entries, files, versions]) add(app, services);
};

const entries: Routes = (app, services) => {
  const { database } = services;
  app.get(
    "/reports/:ref/entries",
    { config: { access: "report.read" }, schema: { params, response: { 200: contract.editorView } } },
    async (request) => {
      const { row } = await reportIn(request, services, request.params.ref);
      const material = await materialOf(database, row);
      // Reason: the plan of pipeline and the contract have the same shape (contract/entry.test.ts holds it).
      const plan = material.form.plan as EntryPlan;
      const typed = material.entries as Entries;
      return { plan, entries: typed, live: liveReport(material).state };
    },
  );
  app.patch(
    "/reports/:ref/entries",
    {
      config: { access: "report.edit" },
      schema: { params, body: contract.editRequest, response: { 200: contract.editAnswer } },
    },
    async (request) => {
      const { row, person } = await reportIn(request, services, request.params.ref);
      stepOf(person, row, "edit");
      const seen = revisionIn(request.headers["if-match"]);
      return editReport(services, person, { row, changes: request.body.changes, seen });
    },
  );
};

/** The revision that an editor has seen, as it names it in If-Match. */
function revisionIn(header: string | undefined): number {
  const revision = Number(/^"?(\d{1,12})"?$/u.exec(header ?? "")?.[1] ?? Number.NaN);
  if (!Number.isInteger(revision)) throw badRequest("请求没有说明所见的版本，请刷新页面后再试。");
  return revision;
}

const files: Routes = (app, services) => {
  const { database, now } = services;
  app.get(
    "/reports/:ref/files/:format",
    {
      config: { access: "report.download" },
      schema: {
        params: params.extend({ format: contract.fileFormat }),
        querystring: z.object({
          /** A version; without it what stands in the editor, as a draft. */
          version: z.coerce.number().int().min(1).optional(),
          inline: z.enum(["1"]).optional(),
        }),
      },
    },
    async (request, reply) => {
      const { row, person } = await reportIn(request, services, request.params.ref);
      const { version, inline } = request.query;
      const { shardRegion, id, year } = row.report;
      const disclosure =
        version === undefined
          ? liveReport(await materialOf(database, row)).disclosure
          : await versionDisclosure(database, { shardRegion, reportId: id, version });
      if (disclosure === null) throw notFound("这个版本");
      const prior = await disclosureOfYear(database, row, year - 1);
      const { format } = request.params;
      const file = await reportFile(row, { disclosure, prior, format, draft: version === undefined });
      // The preview beside the editor is part of filling in; any other file leaves the application.
      if (inline === undefined || format !== "html") {
        await database.inTransaction((queries) =>
          enterInJournal(queries, {
            shardRegion,
            at: now(),
            accountId: person.accountId,
            action: "report-downloaded",
            target: { kind: "report", id },
            detail: { format, version: version ?? 0 },
          }),
        );
      }
      return (
        reply
          .header("content-disposition", inline === undefined ? savedAs(file.name) : "inline")
          // A document of ours stands in a frame of ours, with no more rights than a picture.
          .header(
            "content-security-policy",
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; sandbox; frame-ancestors 'self'",
          )
          .header("cache-control", "private, no-store")
          .type(file.mediaType)
          .send(Buffer.from(file.bytes))
      );
    },
  );
};

const versions: Routes = (app, { database }) => {
  app.get(
    "/reports/:ref/versions/:version",
    {
      config: { access: "report.read" },
      schema: { params: params.extend({ version: z.coerce.number().int().min(1) }) },
    },
    async (request) => {
      const { row } = await reportIn(request, { database }, request.params.ref);
      const { shardRegion, id } = row.report;
      const { version } = request.params;
      const disclosure = await versionDisclosure(database, { shardRegion, reportId: id, version });
      if (disclosure === null) throw notFound("这个版本");
      return toDisclosureJson(disclosure);
    },
  );
};
