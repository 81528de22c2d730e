// What people look up: the rules of the checks, and the indicator library with suggestions for a project. All of it
// comes from the core; nobody's data is in it.

import { checkRules, unitRules } from "@jueming/core/checks/rules/index.ts";
import type { LibraryEntry } from "@jueming/core/indicators/entry-group.ts";
import { categories } from "@jueming/core/indicators/library/index.ts";
import { libraryIndex } from "@jueming/core/indicators/search/library-index.ts";
import { search } from "@jueming/core/indicators/search/search-index.ts";
import { exactNumber } from "@jueming/core/indicators/suggest/project-sketch.ts";
import type { SuggestedSet } from "@jueming/core/indicators/suggest/suggest-indicators.ts";
import { suggestIndicators } from "@jueming/core/indicators/suggest/suggest-indicators.ts";
import { findEdition, nationalEdition } from "@jueming/core/regions/index.ts";

import type { LibraryLine, SuggestedSetView } from "../contract/reference-works.ts";
import * as contract from "../contract/reference-works.ts";
import type { Routes } from "./routes.ts";

const config = { access: "signed-in" } as const;

export const referenceWorkRoutes: Routes = (app) => {
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
