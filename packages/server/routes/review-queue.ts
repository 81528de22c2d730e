// What waits for whom: the queue of those who review, 我的工作; and what they compare: differences, findings of a version.

import { z } from "zod";

import { pageOf } from "../contract/page.ts";
import { reference } from "../contract/reference.ts";
import * as contract from "../contract/review.ts";
import { scopesOf } from "../http/access.ts";
import { notFound } from "../http/http-problem.ts";
import { pageOfReports } from "../store/reports.ts";
import { countStages, deadlinesIn, progressIn, queueLines } from "../store/review-queue.ts";
import { findingsOfVersion, versionOf } from "../work/present-findings.ts";
import { reportDifferences } from "../work/report-differences.ts";
import { materialOf } from "../work/report-material.ts";
import { listScope, reportIn } from "./reports.ts";
import type { Routes } from "./routes.ts";

const config = { access: "report.read" } as const;
const params = z.object({ ref: reference });
const ofYear = z.object({ year: z.coerce.number().int().optional() });

export const reviewQueueRoutes: Routes = (app, services) => {
  for (const add of [queue, ownWork, differences, findings]) add(app, services);
};

const queue: Routes = (app, services) => {
  const { database, now } = services;
  app.get(
    "/reviews/queue",
    {
      config,
      schema: { querystring: contract.queueQuery, response: { 200: pageOf(contract.queueLine) } },
    },
    async (request) => {
      const { only, ...rest } = request.query;
      const query = only === "all" ? rest : { ...rest, only };
      const { items, next } = await pageOfReports(database, listScope(request, services), query);
      return { items: await queueLines(database, items, now()), next };
    },
  );
  app.get(
    "/reviews/stages",
    { config, schema: { querystring: ofYear, response: { 200: contract.stageCounts } } },
    (request) => countStages(database, listScope(request, services), request.query.year),
  );
};

const ownWork: Routes = (app, services) => {
  const { database } = services;
  app.get(
    "/my-work",
    { config, schema: { querystring: ofYear, response: { 200: contract.myWork } } },
    async (request) => {
      const scope = listScope(request, services);
      const { year } = request.query;
      return {
        today: scope.today,
        deadlines: await deadlinesIn(database, scope, year),
        progress: await progressIn(database, scope, { year, grants: scopesOf(request) }),
      };
    },
  );
};

const differences: Routes = (app, services) => {
  app.get(
    "/reports/:ref/differences",
    {
      config,
      schema: { params, querystring: contract.differenceQuery, response: { 200: contract.differenceList } },
    },
    async (request) => {
      const { row } = await reportIn(request, services, request.params.ref);
      const { version = null, with: other } = request.query;
      return reportDifferences(services.database, row, { version, with: other });
    },
  );
};

const findings: Routes = (app, services) => {
  const { database } = services;
  app.get(
    "/reports/:ref/versions/:version/findings",
    {
      config,
      schema: {
        params: params.extend({ version: z.coerce.number().int().min(1) }),
        response: { 200: contract.versionFindings },
      },
    },
    async (request) => {
      const { row } = await reportIn(request, services, request.params.ref);
      const { version } = request.params;
      const kept = await versionOf(database, row, version);
      if (kept === undefined) throw notFound("这个版本");
      return { version, findings: [...findingsOfVersion(kept, await materialOf(database, row))] };
    },
  );
};
