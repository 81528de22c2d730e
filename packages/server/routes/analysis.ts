// 汇总分析: what the reader's part of the tree amounts to in a year, and the lists behind it.

import type { FastifyRequest } from "fastify";
import { z } from "zod";

import * as contract from "../contract/analysis.ts";
import { cursorOf, pageOf, valuesOf } from "../contract/page.ts";
import { scopesOf } from "../http/access.ts";
import { notFound } from "../http/http-problem.ts";
import type { Services } from "../services.ts";
import { pageOfChanges, pageOfEvaluations, pageOfThreePublic } from "../store/analysis-lists.ts";
import type { AnalysisScope } from "../store/analysis-scope.ts";
import {
  departmentsOf,
  districtsOf,
  gradesOf,
  pointsOf,
  regionsOf,
  statesOf,
  threePublicOf,
} from "../store/analysis.ts";
import { mostOverdue, RECTIFICATION_SCOPE } from "../store/rectifications.ts";
import { withinScopes } from "../store/scopes.ts";
import { chinaDay } from "../work/china-day.ts";
import { membersOf, signalLineOf, signalsOfScope } from "../work/signals-of-scope.ts";
import type { Routes } from "./routes.ts";

export const analysisRoutes: Routes = (app, services) => {
  for (const add of [overview, lists, signals]) add(app, services);
};

const config = { access: "analysis.read" } as const;
const CHANGES_SHOWN = 10;
const LATE_SHOWN = 10;

/** What a request for an analysis is over. */
export const analysisScope = (
  request: FastifyRequest,
  { now }: Services,
  query: contract.AnalysisQuery,
): AnalysisScope => ({ grants: scopesOf(request), query, today: chinaDay(now()) });

const overview: Routes = (app, services) => {
  const { database } = services;
  app.get(
    "/analysis",
    { config, schema: { querystring: contract.analysisQuery, response: { 200: contract.analysis } } },
    async (request) => {
      const { query } = request;
      const scope = analysisScope(request, services, query);
      const ledger = {
        within: withinScopes(scopesOf(request, "rectification.read"), RECTIFICATION_SCOPE),
        today: scope.today,
      };
      const [regions, states, grades, points, threePublic, changes, districts, late] = await Promise.all([
        regionsOf(database, scope),
        statesOf(database, scope),
        gradesOf(database, scope),
        pointsOf(database, scope),
        threePublicOf(database, scope),
        pageOfChanges(database, scope, { limit: CHANGES_SHOWN }),
        districtsOf(database, scope),
        mostOverdue(database, ledger, query, LATE_SHOWN),
      ]);
      const departments = districts.length > 1 ? [] : await departmentsOf(database, scope);
      return {
        year: query.year,
        regions,
        states,
        grades,
        points,
        threePublic,
        changes: changes.items,
        departments: [...departments],
        districts: [...districts],
        late,
      };
    },
  );
};

const lists: Routes = (app, services) => {
  const { database } = services;
  app.get(
    "/analysis/evaluations",
    {
      config,
      schema: { querystring: contract.evaluationQuery, response: { 200: pageOf(contract.evaluationLine) } },
    },
    (request) => pageOfEvaluations(database, analysisScope(request, services, request.query), request.query),
  );
  app.get(
    "/analysis/changes",
    {
      config,
      schema: { querystring: contract.changeQuery, response: { 200: pageOf(contract.expenseChange) } },
    },
    (request) => pageOfChanges(database, analysisScope(request, services, request.query), request.query),
  );
  app.get(
    "/analysis/three-public",
    {
      config,
      schema: { querystring: contract.threePublicQuery, response: { 200: pageOf(contract.threePublicLine) } },
    },
    (request) => pageOfThreePublic(database, analysisScope(request, services, request.query), request.query),
  );
};

const signals: Routes = (app, services) => {
  const { database } = services;
  app.get(
    "/analysis/signals",
    { config, schema: { querystring: contract.analysisQuery, response: { 200: contract.signalList } } },
    async (request) => {
      const scope = analysisScope(request, services, request.query);
      const { signals: found, ...counts } = await signalsOfScope(database, scope);
      return { ...counts, items: found.map(signalLineOf) };
    },
  );
  app.get(
    "/analysis/signals/:signal/members",
    {
      config,
      schema: {
        params: z.object({ signal: z.string().max(60) }),
        querystring: contract.signalMemberQuery,
        response: { 200: pageOf(contract.signalMember) },
      },
    },
    async (request) => {
      const { cursor, limit } = request.query;
      const found = await signalsOfScope(database, analysisScope(request, services, request.query));
      const signal = found.signals.find(({ id }) => id === request.params.signal);
      if (signal === undefined) throw notFound("这个信号");
      const [from] = valuesOf(cursor) ?? [];
      const start = Number(from ?? 0);
      const members = membersOf(signal);
      const end = start + limit;
      return { items: members.slice(start, end), next: end < members.length ? cursorOf([end]) : null };
    },
  );
};
