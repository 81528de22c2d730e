// Comments on a report, and explanations of its findings.

import { z } from "zod";

import { isAllowed } from "../accounts/authority.ts";

import { reference, referenceTo } from "../contract/reference.ts";
import * as contract from "../contract/review.ts";
import { targetOf } from "../store/reports.ts";
import { addComment, commentsOf, mayAsk, resolveComment } from "../work/keep-comments.ts";
import {
  explanationsIn,
  findingsToExplain,
  giveExplanations,
  withdrawExplanation,
} from "../work/keep-explanations.ts";
import { presentFindings } from "../work/present-findings.ts";
import { stepOf, stepsOf } from "../work/review-report.ts";
import { reportIn } from "./reports.ts";
import type { Routes } from "./routes.ts";

const params = z.object({ ref: reference });
const none = z.null();
const made = z.object({ ref: z.string() });

export const commentRoutes: Routes = (app, services) => {
  for (const add of [comments, settle, explanations, withdraw]) add(app, services);
};

const comments: Routes = (app, services) => {
  app.get(
    "/reports/:ref/comments",
    { config: { access: "report.read" }, schema: { params, response: { 200: contract.commentList } } },
    async (request) => {
      const { row, person } = await reportIn(request, services, request.params.ref);
      const items = await commentsOf(services.database, row, person);
      const open = items.filter(({ resolvedAt }) => resolvedAt === null);
      return {
        items: [...items],
        unresolved: open.length,
        unanswered: open.filter(({ kind, answers }) => kind === "question" && answers.length === 0).length,
        mayComment: stepsOf(person, row).includes("comment"),
        mayAsk: stepsOf(person, row).includes("comment") && mayAsk(person, targetOf(row)),
      };
    },
  );
  app.post(
    "/reports/:ref/comments",
    {
      config: { access: "report.comment" },
      schema: { params, body: contract.commentDraft, response: { 201: made } },
    },
    async (request, reply) => {
      const { row, person } = await reportIn(request, services, request.params.ref);
      stepOf(person, row, "comment");
      const id = await addComment(services, person, { row, draft: request.body });
      return reply.status(201).send({ ref: referenceTo({ shardRegion: row.report.shardRegion, id }) });
    },
  );
};

const settle: Routes = (app, services) => {
  app.post(
    "/reports/:ref/comments/:comment/resolution",
    {
      config: { access: "report.comment" },
      schema: { params: params.extend({ comment: reference }), response: { 204: none } },
    },
    async (request, reply) => {
      const { row, person } = await reportIn(request, services, request.params.ref);
      stepOf(person, row, "comment");
      await resolveComment(services, person, { row, ref: request.params.comment });
      return reply.status(204).send(null);
    },
  );
};

const explanations: Routes = (app, services) => {
  const { database } = services;
  app.get(
    "/reports/:ref/explanations",
    { config: { access: "report.read" }, schema: { params, response: { 200: contract.explanationList } } },
    async (request) => {
      const { row, person } = await reportIn(request, services, request.params.ref);
      const findings = await presentFindings(database, row);
      return {
        items: [...(await explanationsIn(database, row, findings))],
        findings: [...(await findingsToExplain(database, row, findings))],
        mayExplain:
          stepsOf(person, row).includes("explain") &&
          isAllowed(person.grants, "report.explain", targetOf(row)),
      };
    },
  );
  app.post(
    "/reports/:ref/explanations",
    {
      config: { access: "report.explain" },
      schema: {
        params,
        body: contract.explanationsDraft,
        response: { 201: z.object({ refs: z.array(z.string()) }) },
      },
    },
    async (request, reply) => {
      const { row, person } = await reportIn(request, services, request.params.ref);
      const ids = await giveExplanations(services, person, { row, drafts: request.body.explanations });
      const { shardRegion } = row.report;
      return reply.status(201).send({ refs: ids.map((id) => referenceTo({ shardRegion, id })) });
    },
  );
};

const withdraw: Routes = (app, services) => {
  app.delete(
    "/reports/:ref/explanations/:explanation",
    {
      config: { access: "report.explain" },
      schema: { params: params.extend({ explanation: reference }), response: { 204: none } },
    },
    async (request, reply) => {
      const { row, person } = await reportIn(request, services, request.params.ref);
      await withdrawExplanation(services, person, { row, ref: request.params.explanation });
      return reply.status(204).send(null);
    },
  );
};
