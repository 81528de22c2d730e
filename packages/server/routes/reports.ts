// Reports: lists, one opened, its way through reviews to the public.

import { and, asc, desc, eq } from "drizzle-orm";
import type { FastifyRequest } from "fastify";
import { z } from "zod";

import { findEdition } from "@jueming/core/regions/index.ts";

import type { HeldGrant } from "../accounts/authority.ts";
import { grantsFor } from "../accounts/authority.ts";
import { pageOf } from "../contract/page.ts";
import { keyOf, reference } from "../contract/reference.ts";
import { STATE_NAMES } from "../contract/report-states.ts";
import type { ReportView } from "../contract/reports.ts";
import * as contract from "../contract/reports.ts";
import type { Person } from "../http/access.ts";
import { authorize, personIn, scopesOf } from "../http/access.ts";
import { HttpProblem, notFound } from "../http/http-problem.ts";
import type { Services } from "../services.ts";
import type { ListScope, ReportRow } from "../store/reports.ts";
import { countReports, lineOf, pageOfReports, REPORT_SCOPE, reportOf, targetOf } from "../store/reports.ts";
import { account, reportVersion, review, task } from "../store/schema/index.ts";
import { withinScopes } from "../store/scopes.ts";
import { archiveReport, publishReport, withdrawReport } from "../work/publish-report.ts";
import { reviewReport, stepsOf } from "../work/review-report.ts";
import { submitReport } from "../work/submit-report.ts";
import { statesWaitingFor } from "../work/workflow.ts";
import type { Routes } from "./routes.ts";

export const reportRoutes: Routes = (app, services) => {
  for (const add of [listReports, openReport, submit, review1, reviewSeveral, publish]) add(app, services);
};

const config = { access: "report.read" } as const;
const params = z.object({ ref: reference });
const none = z.null();

/** What the person sees in lists, and which states wait for them. */
export function listScope(request: FastifyRequest, { now }: Pick<Services, "now">): ListScope {
  const grants: readonly HeldGrant[] = scopesOf(request, "report.read");
  const all = personIn(request).grants;
  return {
    within: withinScopes(grants, REPORT_SCOPE),
    waiting: statesWaitingFor((act) => grantsFor(all, act).length > 0),
    today: dayOf(now()),
  };
}

/** The day in China, whose offices these are. */
export const dayOf = (at: Date): string => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);

const listReports: Routes = (app, services) => {
  const { database } = services;
  app.get(
    "/reports",
    { config, schema: { querystring: contract.reportQuery, response: { 200: pageOf(contract.reportLine) } } },
    (request) => pageOfReports(database, listScope(request, services), request.query),
  );
  app.get(
    "/reports/counts",
    {
      config,
      schema: {
        querystring: z.object({ year: z.coerce.number().int().optional() }),
        response: { 200: contract.reportCounts },
      },
    },
    (request) => countReports(database, listScope(request, services), request.query.year),
  );
};

/** The report of a request, which the person may do the route's act to. */
export async function reportIn(
  request: FastifyRequest,
  { database }: Pick<Services, "database">,
  ref: string,
): Promise<{ readonly row: ReportRow; readonly person: Person }> {
  const row = await reportOf(database, keyOf(ref));
  if (row === undefined) throw notFound("这份报告");
  return { row, person: authorize(request, targetOf(row)) };
}

const openReport: Routes = (app, services) => {
  app.get(
    "/reports/:ref",
    { config, schema: { params, response: { 200: contract.reportView } } },
    async (request, reply) => {
      const { row, person } = await reportIn(request, services, request.params.ref);
      const view = await viewOf(row, person, services);
      return reply.header("etag", `"${view.revision}"`).send(view);
    },
  );
};

async function viewOf(row: ReportRow, person: Person, { database, now }: Services): Promise<ReportView> {
  const { shardRegion, edition, taskId, revision } = row.report;
  const [own] =
    taskId === null
      ? []
      : await database
          .select({ title: task.title, note: task.note })
          .from(task)
          .where(and(eq(task.shardRegion, shardRegion), eq(task.id, taskId)));
  return {
    ...lineOf(row, dayOf(now())),
    edition,
    editionName: findEdition(edition)?.name ?? edition,
    task: own ?? null,
    revision,
    steps: [...stepsOf(person, row)],
    reviews: await reviewsOf(row, database),
    versions: await versionsOf(row, database),
  };
}

async function reviewsOf(
  { report: own }: ReportRow,
  database: Services["database"],
): Promise<ReportView["reviews"]> {
  const rows = await database
    .select({ review, by: account.name })
    .from(review)
    .innerJoin(account, and(eq(account.shardRegion, review.shardRegion), eq(account.id, review.accountId)))
    .where(and(eq(review.shardRegion, own.shardRegion), eq(review.reportId, own.id)))
    .orderBy(asc(review.at));
  return rows.map(({ review: { version, stage, decision, opinion, at, invalidatedAt }, by }) => ({
    version,
    stage,
    stageName: STATE_NAMES[stage],
    decision,
    opinion,
    by,
    at: at.toISOString(),
    invalidated: invalidatedAt !== null,
  }));
}

async function versionsOf(
  { report: own }: ReportRow,
  database: Services["database"],
): Promise<ReportView["versions"]> {
  const rows = await database
    .select({
      version: reportVersion.version,
      at: reportVersion.createdAt,
      by: account.name,
      origin: reportVersion.origin,
      contentHash: reportVersion.contentHash,
      summary: reportVersion.summary,
    })
    .from(reportVersion)
    .leftJoin(
      account,
      and(eq(account.shardRegion, reportVersion.shardRegion), eq(account.id, reportVersion.createdBy)),
    )
    .where(and(eq(reportVersion.shardRegion, own.shardRegion), eq(reportVersion.reportId, own.id)))
    .orderBy(desc(reportVersion.version));
  return rows.map(({ at, ...rest }) => ({ ...rest, at: at.toISOString() }));
}

const submit: Routes = (app, services) => {
  app.post(
    "/reports/:ref/submission",
    {
      config: { access: "report.submit" },
      schema: { params, body: contract.submission, response: { 204: none } },
    },
    async (request, reply) => {
      const { row, person } = await reportIn(request, services, request.params.ref);
      await submitReport(services, person, { row, ...request.body });
      return reply.status(204).send(null);
    },
  );
};

const review1: Routes = (app, services) => {
  app.post(
    "/reports/:ref/reviews",
    { config, schema: { params, body: contract.reviewDraft, response: { 204: none } } },
    async (request, reply) => {
      const { person } = await reportIn(request, services, request.params.ref);
      await reviewReport(services, person, { key: keyOf(request.params.ref), ...request.body });
      return reply.status(204).send(null);
    },
  );
};

const reviewSeveral: Routes = (app, services) => {
  app.post(
    "/reviews",
    { config, schema: { body: contract.reviewsDraft, response: { 200: contract.reviewsAnswer } } },
    async (request) => {
      scopesOf(request);
      const person = personIn(request);
      const { reports, decision, opinion } = request.body;
      const done: string[] = [];
      const failed: { ref: string; message: string }[] = [];
      // Each by itself: one that cannot be passed does not hold up the others.
      for (const ref of reports) {
        try {
          await reviewReport(services, person, { key: keyOf(ref), revision: null, decision, opinion });
          done.push(ref);
        } catch (error) {
          if (!(error instanceof HttpProblem)) throw error;
          failed.push({ ref, message: error.message });
        }
      }
      return { done, failed };
    },
  );
};

const publish: Routes = (app, services) => {
  app.post(
    "/reports/:ref/publication",
    {
      config: { access: "report.publish" },
      schema: { params, body: contract.revisionOnly, response: { 204: none } },
    },
    async (request, reply) => {
      const { person } = await reportIn(request, services, request.params.ref);
      await publishReport(services, person, { key: keyOf(request.params.ref), ...request.body });
      return reply.status(204).send(null);
    },
  );
  app.post(
    "/reports/:ref/withdrawal",
    {
      config: { access: "report.withdraw" },
      schema: { params, body: contract.withdrawal, response: { 204: none } },
    },
    async (request, reply) => {
      const { person } = await reportIn(request, services, request.params.ref);
      await withdrawReport(services, person, { key: keyOf(request.params.ref), ...request.body });
      return reply.status(204).send(null);
    },
  );
  app.post(
    "/reports/:ref/archive",
    {
      config: { access: "report.archive" },
      schema: { params, body: contract.revisionOnly, response: { 204: none } },
    },
    async (request, reply) => {
      const { person } = await reportIn(request, services, request.params.ref);
      await archiveReport(services, person, { key: keyOf(request.params.ref), ...request.body });
      return reply.status(204).send(null);
    },
  );
};
