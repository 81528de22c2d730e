import { mayDo } from "@jueming/server/contract/actions.ts";
import { ROLES } from "@jueming/server/contract/roles.ts";
import { expect, test } from "vitest";

import { pages } from "./index.ts";
import { navigationGroups } from "./page.ts";

test.each(pages.map((page) => [page.title, page] as const))("%s loads a component", async (_title, page) => {
  expect((await page.load()).Page).toBeTypeOf("function");
});

test("no two pages share a path, a title or a letter", () => {
  const keys = pages.flatMap(({ navigation }) => navigation?.key ?? []);
  for (const list of [pages.map(({ path }) => path), pages.map(({ title }) => title), keys]) {
    expect(new Set(list).size).toBe(list.length);
  }
});

test("every group of the navigation has a page", () => {
  const groups = new Set(pages.flatMap(({ navigation }) => navigation?.group ?? []));
  expect([...groups]).toEqual(navigationGroups);
});

test("every page is seen by some role", () => {
  const hidden = pages.filter(
    ({ needs }) => needs !== null && !ROLES.some((role) => needs.some((act) => mayDo(role, act))),
  );
  expect(hidden).toEqual([]);
});
