// The editions of forms, for whoever has to choose one: their forms empty and filled in, as files, and what a province's
// edition has of its own.

import type { Edition } from "@jueming/core/regions/edition.ts";
import { editions, findEdition } from "@jueming/core/regions/index.ts";

import * as contract from "../contract/editions.ts";
import type { EntryPlan } from "../contract/entry.ts";
import { entryPlan } from "../contract/entry.ts";
import { KIND_NAMES } from "../contract/report-states.ts";
import { notFound } from "../http/http-problem.ts";
import { differencesFromNation } from "../work/edition-differences.ts";
import { exampleOf, formFile } from "../work/edition-forms.ts";
import { MEDIA_TYPES, savedAs } from "../work/report-documents.ts";
import { formOf } from "../work/report-material.ts";
import type { Routes } from "./routes.ts";

const config = { access: "signed-in" } as const;

/** The edition of a question; every kind of report has forms in each. */
function editionNamed(id: string): Edition {
  const edition = findEdition(id);
  if (edition === undefined) throw notFound("这一版式");
  return edition;
}

export const editionRoutes: Routes = (app) => {
  app.get("/editions", { config, schema: { response: { 200: contract.editionList } } }, () => ({
    items: editions.map(({ id, name, fromYear, divisions }) => ({
      id,
      name,
      fromYear,
      divisions: [...divisions],
    })),
  }));
  app.get(
    "/editions/forms",
    { config, schema: { querystring: contract.formQuery, response: { 200: entryPlan } } },
    ({ query: { edition, kind } }) =>
      // Reason: the plan of pipeline and the contract have the same shape (contract/entry.test.ts holds it).
      formOf(editionNamed(edition).id, kind).plan as EntryPlan,
  );
  app.get(
    "/editions/forms/example",
    { config, schema: { querystring: contract.formQuery, response: { 200: contract.formExample } } },
    async ({ query: { edition, kind } }) => {
      const { entries, computed } = await exampleOf(formOf(editionNamed(edition).id, kind));
      // Reason: as above.
      return { entries, computed } as contract.FormExample;
    },
  );
  app.get(
    "/editions/forms/differences",
    { config, schema: { querystring: contract.formQuery, response: { 200: contract.editionDifferences } } },
    ({ query: { edition, kind } }) => differencesFromNation(editionNamed(edition), kind),
  );
  app.get(
    "/editions/forms/file",
    { config, schema: { querystring: contract.formFileQuery } },
    async ({ query: { edition: id, kind, format, filled } }, reply) => {
      const edition = editionNamed(id);
      const isFilled = filled === "true";
      const bytes = await formFile({ edition, kind, format, isFilled });
      const name = `${edition.name}${KIND_NAMES[kind]}${isFilled ? "示例" : "空表"}.${format}`;
      void reply.header("content-disposition", savedAs(name));
      return reply.type(MEDIA_TYPES[format]).send(Buffer.from(bytes));
    },
  );
};
