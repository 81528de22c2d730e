// Yearly tasks.

import { and, desc, eq, inArray, or, sql } from "drizzle-orm";
import { z } from "zod";

import type { TaskView } from "../contract/administration.ts";
import * as contract from "../contract/administration.ts";
import { keyOf, reference, referenceTo } from "../contract/reference.ts";
import type { Queries } from "../database/database.ts";
import { authorize, scopesOf } from "../http/access.ts";
import { report, task } from "../store/schema/index.ts";
import { withinRegion } from "../store/scopes.ts";
import { addTask, changeTask } from "../work/keep-tasks.ts";
import type { Routes } from "./routes.ts";
import { targetRegion } from "./units.ts";

export const taskRoutes: Routes = (app, services) => {
  for (const add of [listTasks, addTasks, changeTasks]) add(app, services);
};

const listTasks: Routes = (app, services) => {
  const { database } = services;
  app.get(
    "/administration/tasks",
    {
      config: { access: "task.manage" },
      schema: {
        querystring: z.object({ year: contract.year.optional() }),
        response: { 200: contract.taskViews },
      },
    },
    async (request) => {
      const regions = scopesOf(request).filter(({ scope }) => scope === "region");
      const { year } = request.query;
      const rows = await database
        .select()
        .from(task)
        .where(
          and(
            or(...regions.map(({ regionCode }) => withinRegion(regionCode, task.shardRegion))) ?? sql`false`,
            year === undefined ? undefined : eq(task.year, year),
          ),
        )
        .orderBy(desc(task.year), desc(task.createdAt))
        .limit(500);
      return { items: [...(await withStates(database, rows))] };
    },
  );
};

const addTasks: Routes = (app, services) => {
  app.post(
    "/administration/tasks",
    {
      config: { access: "task.manage" },
      schema: {
        body: contract.taskDraft,
        response: { 201: contract.taskAdded },
      },
    },
    async (request, reply) => {
      const person = authorize(request, await targetRegion(services, request.body.region));
      const { id, reports } = await addTask(services, person, request.body);
      const ref = referenceTo({ shardRegion: request.body.region, id });
      return reply.status(201).send({ ref, reports });
    },
  );
};

const changeTasks: Routes = (app, services) => {
  const { database } = services;
  app.put(
    "/administration/tasks/:ref",
    {
      config: { access: "task.manage" },
      schema: {
        params: z.object({ ref: reference }),
        body: contract.taskChange,
        response: { 200: contract.taskView },
      },
    },
    async (request) => {
      const key = keyOf(request.params.ref);
      const person = authorize(request, await targetRegion(services, key.shardRegion));
      const [view] = await withStates(database, [
        await changeTask(services, person, { key, change: request.body }),
      ]);
      if (view === undefined) throw new Error("a changed task is gone");
      return view;
    },
  );
};

async function withStates(
  queries: Queries,
  rows: readonly (typeof task.$inferSelect)[],
): Promise<readonly TaskView[]> {
  const ids = rows.map(({ id }) => id);
  const counts =
    ids.length === 0
      ? []
      : await queries
          .select({ taskId: report.taskId, state: report.state, count: sql<number>`count(*)` })
          .from(report)
          .where(inArray(report.taskId, ids))
          .groupBy(report.taskId, report.state);
  return rows.map(({ shardRegion, id, createdAt: _createdAt, ...rest }) => ({
    ...rest,
    ref: referenceTo({ shardRegion, id }),
    region: shardRegion,
    states: Object.fromEntries(
      counts.filter(({ taskId }) => taskId === id).map(({ state, count }) => [state, count]),
    ),
  }));
}
