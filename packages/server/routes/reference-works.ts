// What people look up: the rules of the checks, and the indicator library with suggestions for a project; and the
// indicators of a report reviewed against it.

import { z } from "zod";

import { checkRules, unitRules } from "@jueming/core/checks/rules/index.ts";
import type { LibraryEntry } from "@jueming/core/indicators/entry-group.ts";
import { categories, library } from "@jueming/core/indicators/library/index.ts";
import { reviewIndicators } from "@jueming/core/indicators/review/review-indicators.ts";
import { libraryIndex } from "@jueming/core/indicators/search/library-index.ts";
import { search } from "@jueming/core/indicators/search/search-index.ts";
import { exactNumber } from "@jueming/core/indicators/suggest/project-sketch.ts";
import type { SuggestedSet } from "@jueming/core/indicators/suggest/suggest-indicators.ts";
import { suggestIndicators } from "@jueming/core/indicators/suggest/suggest-indicators.ts";
import { findEdition, nationalEdition } from "@jueming/core/regions/index.ts";
import { disclosureOfEntries } from "@jueming/pipeline/report-entries/disclosure-of-entries.ts";

import type { LibraryLine, SuggestedSetView } from "../contract/reference-works.ts";
import * as contract from "../contract/reference-works.ts";
import { notFound } from "../http/http-problem.ts";
import { openedEntry } from "../work/library-entry.ts";
import { materialOf } from "../work/report-material.ts";
import { reportIn } from "./reports.ts";
import type { Routes } from "./routes.ts";

const config = { access: "signed-in" } as const;

export const referenceWorkRoutes: Routes = (app, services) => {
  for (const add of [lookUps, oneEntry, review]) add(app, services);
};

const oneEntry: Routes = (app) => {
  app.get(
    "/indicators/entries/:id",
    {
      config,
      schema: { params: z.object({ id: z.string().max(80) }), response: { 200: contract.libraryEntry } },
    },
    ({ params: { id } }) => {
      const entry = library.find((one) => one.id === id);
      if (entry === undefined) throw notFound("这个指标");
      const { topics, economicCodes } = entry;
      return {
        ...libraryLineOf(entry),
        ...openedEntry(entry),
        topics: [...topics],
        economicCodes: [...economicCodes],
      };
    },
  );
};

const review: Routes = (app, services) => {
  app.get(
    "/indicators/review",
    {
      config: { access: "report.read" },
      schema: { querystring: contract.indicatorReviewQuery, response: { 200: contract.indicatorReview } },
    },
    async (request) => {
      const { row } = await reportIn(request, services, request.query.report);
      const { form, entries } = await materialOf(services.database, row);
      const { disclosure } = disclosureOfEntries(form, entries, row.unitName);
      return {
        unitName: row.unitName,
        year: row.report.year,
        projects: disclosure.evaluations.map((one) => {
          const { project, indicators, hints, known } = reviewIndicators(one, form.edition.scoring.tiers);
          return {
            name: project,
            indicators,
            known: known.map(({ indicator, entry }) => ({
              name: indicator.name,
              entry: entry.id,
              entryName: entry.name,
            })),
            hints: hints.map(({ indicator, severity, message, advice, basis }) => ({
              indicator: indicator?.name ?? null,
              severity,
              message,
              advice,
              basis,
            })),
          };
        }),
      };
    },
  );
};

const lookUps: Routes = (app) => {
  app.get("/rules", { config, schema: { response: { 200: contract.ruleList } } }, () => ({
    items: [...checkRules, ...unitRules].map(
      ({ id, code, title, group, kind, severity, basis, needs, example }) => ({
        id,
        code,
        title,
        group,
        kind,
        severity,
        basis,
        needs,
        example: { ...example },
      }),
    ),
  }));
  app.get(
    "/indicators",
    { config, schema: { querystring: contract.indicatorQuery, response: { 200: contract.libraryList } } },
    ({ query: { search: words, category, level1, limit } }) => {
      const filter = {
        ...(category === undefined ? {} : { category }),
        ...(level1 === undefined ? {} : { level1 }),
      };
      const found = search(libraryIndex(), words, { filter, limit });
      return {
        items: found.map(({ entry }) => libraryLineOf(entry)),
        categories: categories.map(({ id, name }) => ({ id, name })),
      };
    },
  );
  app.get(
    "/indicators/suggestions",
    { config, schema: { querystring: contract.suggestionQuery, response: { 200: contract.suggestedSet } } },
    ({ query: { project, economic = null, amount, edition } }) => {
      const { scoring } = (edition === undefined ? undefined : findEdition(edition)) ?? nationalEdition;
      const sketch = {
        name: project,
        category: null,
        economicCode: economic,
        amount: amount === undefined ? null : exactNumber(amount),
        indicators: [],
      };
      return suggestedSetOf(suggestIndicators(sketch, scoring));
    },
  );
};

function libraryLineOf(entry: LibraryEntry): LibraryLine {
  const { id, categoryName, level2, name, kind, unit, target, points, formula, evidence, aliases, source } =
    entry;
  const lists = { evidence: [...evidence], aliases: [...aliases] };
  return { id, categoryName, level2, name, kind, unit, target, points, formula, source, ...lists };
}

function suggestedSetOf({ categories: matched, levels }: SuggestedSet): SuggestedSetView {
  return {
    categories: matched.map(({ group, why }) => ({ name: group.name, why })),
    levels: levels.map(({ level1, points, note, suggestions }) => ({
      level1,
      points: points.toFixed(),
      note,
      suggestions: suggestions.map(({ entry, level2, target, toFill, points: own, reason }) => ({
        level2,
        name: entry.name,
        target,
        toFill,
        points: own.toFixed(),
        formula: entry.formula,
        reason,
      })),
    })),
  };
}
