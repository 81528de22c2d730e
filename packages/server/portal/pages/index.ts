// All pages of the portal, one line a page.

import { aboutPage } from "./about.ts";
import { comparePage } from "./compare.ts";
import { dictionaryPage } from "./dictionary.ts";
import { frontPage } from "./front.ts";
import { glossaryPage } from "./glossary.ts";
import type { Asked, PageRoute } from "./page-route.ts";
import { keyIn, yearIn } from "./page-route.ts";
import { projectPage } from "./project.ts";
import { rankingPage } from "./ranking.ts";
import { regionPage } from "./region.ts";
import { searchPage } from "./search.ts";
import { unitPage } from "./unit.ts";

export type { PageRoute } from "./page-route.ts";

const shardOfUnit = ({ params }: Asked): string | null => keyIn(params["ref"])?.shardRegion ?? null;

export const pageRoutes: readonly PageRoute[] = [
  { path: "/", page: ({ database }) => frontPage(database) },
  {
    path: "/search",
    reads: ["q", "year"],
    isFleeting: true,
    page: ({ database }, { query }) => searchPage(database, query),
  },
  {
    path: "/units/:ref",
    shardOf: shardOfUnit,
    page: async ({ database }, { params }) => {
      const key = keyIn(params["ref"]);
      return key === undefined ? undefined : unitPage(database, key, null);
    },
  },
  {
    path: "/units/:ref/:year",
    shardOf: shardOfUnit,
    page: async ({ database }, { params }) => {
      const [key, year] = [keyIn(params["ref"]), yearIn(params["year"])];
      return key === undefined || year === null ? undefined : unitPage(database, key, year);
    },
  },
  {
    path: "/units/:ref/projects/:number",
    shardOf: shardOfUnit,
    page: async ({ database }, { params }) => {
      const key = keyIn(params["ref"]);
      return key === undefined ? undefined : projectPage(database, key, params["number"] ?? "");
    },
  },
  {
    path: "/compare",
    reads: ["units", "year", "add"],
    isFleeting: true,
    page: ({ database }, { query }) => comparePage(database, query),
  },
  {
    path: "/regions/:code",
    reads: ["year", "after"],
    page: (services, asked) => regionPage(services, asked),
  },
  {
    path: "/rankings/:code",
    reads: ["year", "measure", "order", "from"],
    page: ({ database }, asked) => rankingPage(database, asked),
  },
  { path: "/glossary", page: async () => glossaryPage() },
  { path: "/about", page: async () => aboutPage() },
  { path: "/data", page: async () => dictionaryPage() },
];
