// A filled-in input workbook (录入底稿) as a disclosure. It is known by its mark and read by the plan that it was
// written from; no recognition is needed.

import type { Disclosure } from "@jueming/core/disclosure/disclosure.ts";
import type { Document, Problem } from "@jueming/core/document/document.ts";
import type { Unit } from "@jueming/core/figures/unit.ts";
import { WAN_YUAN, YUAN } from "@jueming/core/figures/unit.ts";
import { editionFor, findEdition } from "@jueming/core/regions/index.ts";
import { DocumentError } from "@jueming/documents/document-error.ts";

import type { IdentityField } from "../entry-sheet.ts";
import { UNIT_TYPES } from "../entry-sheet.ts";
import type { InputMark } from "../input-mark.ts";
import { INPUT_VERSION } from "../input-mark.ts";
import type { InputPlan } from "../input-plan.ts";
import { inputPlan } from "../input-plan.ts";
import { changedWords } from "./changed-words.ts";
import type { FilledCell, FilledSheet } from "./filled-cells.ts";
import { addressOf, filledSheets } from "./filled-cells.ts";
import type { InputReading } from "./input-reading.ts";
import { fieldsOf, textOf } from "./input-reading.ts";
import { readDepartment } from "./read-department.ts";
import { readEvaluations } from "./read-evaluations.ts";
import { readNarrative, readOwnTexts } from "./read-facts.ts";
import { readTables } from "./read-tables.ts";

/** Reads the workbook that carries the mark. */
export function readInputWorkbook(document: Document, mark: InputMark): Disclosure {
  const edition = findEdition(mark.edition);
  if (mark.version !== INPUT_VERSION || edition === undefined) {
    throw new DocumentError(
      "unsupported-format",
      `这份录入底稿的版本（${mark.version} ${mark.edition}）与本程序不一致。请用 jueming template 重新生成底稿，把内容移过去。`,
    );
  }
  const plan = inputPlan(edition, mark.kind);
  const sheets = filledSheets(document);
  const problems = [
    ...document.problems.filter(({ code }) => code !== "formula-without-value"),
    ...changedWords(plan, sheets),
  ];
  return disclosureOfSheets(plan, sheets, { source: document.source, problems });
}

/** SheetsOrigin: where filled-in sheets come from, and what is already known to be wrong with them. */
interface SheetsOrigin {
  readonly source: string;
  readonly problems: readonly Problem[];
}

/** Filled-in sheets as a disclosure, wherever they were filled in: in a workbook or in the editor. */
export function disclosureOfSheets(
  plan: InputPlan,
  sheets: ReadonlyMap<string, FilledSheet>,
  { source, problems: known }: SheetsOrigin,
): Disclosure {
  const problems: Problem[] = [...known];
  const identity = identityOf({ plan, sheets, problems });
  const reading: InputReading = { plan, sheets, money: identity.money, problems };
  return disclosureOf(source, reading, identity);
}

interface Identity {
  readonly text: (field: IdentityField) => string | null;
  readonly cell: (field: IdentityField) => FilledCell | undefined;
  readonly year: number | null;
  readonly money: Unit;
}

function identityOf(reading: Pick<InputReading, "plan" | "sheets" | "problems">): Identity {
  const cells = new Map(fieldsOf(reading, "identity").map(({ target, cell }) => [target.field, cell]));
  const text = (field: IdentityField): string | null => textOf(cells.get(field));
  const printed = cells.get("year")?.exact ?? text("year")?.replace(/年度?$/u, "") ?? null;
  const year = printed !== null && /^(?:19|20)\d\d$/u.test(printed) ? Number(printed) : null;
  const yearCell = cells.get("year");
  if (year === null) {
    const where = yearCell === undefined ? "工作表“单位信息”的“决算年度”" : addressOf(yearCell.place);
    reading.problems.push({
      code: "input-year",
      message: `${where} 应填四位数字的年度，如 2024${printed === null ? "，现为空白" : `，现为“${printed}”`}。`,
      place: yearCell?.place ?? { sheet: "单位信息" },
    });
  }
  return {
    text,
    cell: (field) => cells.get(field),
    year,
    money: text("moneyUnit") === "元" ? YUAN : WAN_YUAN,
  };
}

function disclosureOf(source: string, reading: InputReading, identity: Identity): Disclosure {
  const { text, year } = identity;
  const { kind, edition } = reading.plan;
  const unitName = text("unitName");
  const unitCell = identity.cell("unitName");
  const code = text("regionCode");
  const tables = kind === "final-accounts" ? readTables(reading, { unitName, year }) : [];
  const local = editionFor(code, year);
  const narrative = kind === "project-evaluations" ? [] : readNarrative(reading);
  const texts = readOwnTexts(reading);
  const unit = unitName === null ? null : { text: unitName, place: unitCell?.place ?? {} };
  const departmentEvaluation = readDepartment(reading, { unit, narrative, sections: texts });
  const title = {
    "final-accounts": "部门决算",
    "project-evaluations": "项目支出绩效自评",
    "department-evaluation": reading.plan.department?.report.title ?? "部门预算绩效自评",
  };
  return {
    source,
    kind,
    title: `${unitName ?? ""}${year === null ? "" : `${year}年度`}${title[kind]}`,
    year,
    moneyUnit: reading.money.name,
    region: {
      code,
      name: text("regionName"),
      edition: local.divisions.length > 0 || edition.divisions.length === 0 ? local.id : edition.id,
    },
    department: { code: text("departmentCode"), name: text("departmentName") },
    unit: { code: text("unitCode"), name: unitName, type: UNIT_TYPES[text("unitType") ?? ""] ?? null },
    tables,
    evaluations: readEvaluations(reading, year),
    departmentEvaluation,
    narrative,
    unclaimed: [],
    problems: reading.problems,
    outline: kind === "final-accounts" ? texts : [],
    removed: [],
    alterations: null,
    unitNames: unit === null ? [] : [unit],
  };
}
