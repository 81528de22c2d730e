// The editions of forms, for whoever has to choose one, and their forms as they are filled in.

import { editions, findEdition } from "@jueming/core/regions/index.ts";

import { editionList, formQuery } from "../contract/editions.ts";
import type { EntryPlan } from "../contract/entry.ts";
import { entryPlan } from "../contract/entry.ts";
import { notFound } from "../http/http-problem.ts";
import { formOf } from "../work/report-material.ts";
import type { Routes } from "./routes.ts";

export const editionRoutes: Routes = (app) => {
  app.get(
    "/editions/forms",
    { config: { access: "signed-in" }, schema: { querystring: formQuery, response: { 200: entryPlan } } },
    (request) => {
      const { edition, kind } = request.query;
      if (findEdition(edition) === undefined) throw notFound("这一版式");
      // Reason: the plan of pipeline and the contract have the same shape (contract/entry.test.ts holds it).
      return formOf(edition, kind).plan as EntryPlan;
    },
  );
  app.get(
    "/editions",
    { config: { access: "signed-in" }, schema: { response: { 200: editionList } } },
    () => ({
      items: editions.map(({ id, name, fromYear, divisions }) => ({
        id,
        name,
        fromYear,
        divisions: [...divisions],
      })),
    }),
  );
};
