// Every edition of the list is whole: forms, sentences and scoring that recognition and checks can use.

import { describe, expect, test } from "vitest";

import { findConcept } from "../accounts/concepts.ts";
import {
  allEvaluationLayouts,
  allSentences,
  allTableLayouts,
  editionFor,
  editions,
  findEdition,
  nationalEdition,
} from "./index.ts";

describe.each(editions.map((edition) => [edition.id, edition] as const))("the edition %s", (id, edition) => {
  test("is found by its id, which names a year", () => {
    expect(findEdition(id)).toBe(edition);
    expect(id).toMatch(/^[a-z]+\/20\d\d$/u);
  });

  test("prints each concept at most once, and only concepts that are described", () => {
    const concepts = edition.tables.map(({ concept }) => concept);
    expect(new Set(concepts).size).toBe(concepts.length);
    expect(concepts.filter((concept) => findConcept(concept) === undefined)).toEqual([]);
  });

  test("has evaluation forms and sentences", () => {
    expect(edition.evaluations.length).toBeGreaterThan(0);
    expect(edition.sentences.length).toBeGreaterThan(0);
  });

  test("splits a hundred points: levels and execution", () => {
    const { levelPoints, executionPoints } = edition.scoring;
    for (const levels of levelPoints) {
      const sum = Object.values(levels).reduce(
        (total, points) => total + Number(points),
        Number(executionPoints),
      );
      expect(sum).toBe(100);
    }
  });

  test("has grades and tiers that leave no gap", () => {
    const { grades, tiers } = edition.scoring;
    expect(grades.at(-1)?.from).toBe("0");
    expect(tiers[0]?.to).toBe("1");
    tiers.slice(1).forEach((tier, index) => expect(tier.to).toBe(tiers[index]?.from));
  });

  test("says what is not verified", () => {
    expect(edition.verified || edition.note !== null).toBe(true);
  });
});

describe("choosing an edition", () => {
  test("a county takes its province's edition", () => {
    expect(editionFor("141127", 2024).id).toBe("shanxi/2024");
    expect(editionFor("511113", 2025).id).toBe("sichuan/2025");
    expect(editionFor("640500", 2024).id).toBe("ningxia/2024");
  });

  test("a place without an edition, or none at all, takes the national one", () => {
    expect(editionFor("330106", 2024)).toBe(nationalEdition);
    expect(editionFor(null, null)).toBe(nationalEdition);
  });

  test("a year before the first edition takes the first edition", () => {
    expect(editionFor("141127", 2019).id).toBe("shanxi/2024");
  });
});

test("layouts and sentences of all editions have unique ids", () => {
  for (const described of [allTableLayouts, allEvaluationLayouts, allSentences]) {
    expect(new Set(described.map(({ id }) => id)).size).toBe(described.length);
  }
});
