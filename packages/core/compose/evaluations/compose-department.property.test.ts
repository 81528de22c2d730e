import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Disclosure } from "../../disclosure/disclosure.ts";
import { documentOf } from "../../document/composition.ts";
import { recognize } from "../../recognize/recognize.ts";
import { editions } from "../../regions/index.ts";
import type { Edition } from "../../regions/edition.ts";
import { composeDepartmentEvaluation } from "./compose-department.ts";
import { departmentFor } from "./testing/made-department.ts";
import { told } from "./testing/told-fields.ts";

const REPORTING = editions.filter(({ departmentReport }) => departmentReport !== null);

function readBack(disclosure: Disclosure, edition: Edition): Disclosure {
  const blocks = composeDepartmentEvaluation({ disclosure, edition, prior: null, budget: null });
  const region = edition.divisions[0];
  return recognize(
    documentOf({ title: "", blocks, attachments: [] }, "made"),
    region === undefined ? {} : { region },
  );
}

const nothing = recognize({ source: "made", blocks: [], problems: [] });

/** What an evaluation tells besides the sections that are written for it, and besides separators in prose. */
function figuresOf(disclosure: Disclosure): unknown {
  const { departmentEvaluation } = disclosure;
  if (departmentEvaluation === null) return null;
  return JSON.parse(
    JSON.stringify(
      told(
        { ...disclosure, departmentEvaluation: { ...departmentEvaluation, sections: [] } },
        "departmentEvaluation",
      ),
    ).replaceAll(/(?<=\d),(?=\d{3})/gu, ""),
  );
}

test.each(REPORTING.map((edition) => [edition.id, edition] as const))(
  "the report on a department's year in %s states all its figures, and reads back the same",
  (_, edition) => {
    const layout = edition.evaluations.find(({ kind }) => kind === "annex");
    const system = edition.departmentReport?.system;
    if (layout === undefined || system === undefined)
      throw new Error("an edition with this report describes its annex");
    const grades = edition.scoring.departmentGrades.map(({ grade }) => grade);
    fc.assert(
      fc.property(departmentFor(layout, grades, system), (departmentEvaluation) => {
        const made: Disclosure = {
          ...nothing,
          kind: "department-evaluation",
          title: "某县县委办部门预算绩效自评报告",
          year: 2025,
          departmentEvaluation,
        };
        const read = readBack(made, edition);
        expect(figuresOf(read)).toEqual(figuresOf(made));
        const again = readBack(read, edition);
        expect(told(again, "departmentEvaluation")).toEqual(told(read, "departmentEvaluation"));
      }),
      { numRuns: 15 },
    );
  },
);
