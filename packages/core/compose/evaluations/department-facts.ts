// What the sentences of a department's report state: its finances, its groups of projects, its score.

import type { FactAddress } from "../../disclosure/address.ts";
import { addressKey } from "../../disclosure/address.ts";
import { FINANCE_ADDRESSES } from "../../disclosure/department-finance.ts";
import { FINANCE_FIELDS, type DepartmentEvaluation } from "../../evaluation/department-evaluation.ts";
import type { CellValue, StatedFigure } from "../../figures/figure.ts";
import type { FactLookup } from "../../sentences/write-sentence.ts";
import { missingWords } from "../blocks.ts";
import { factLabel } from "../fact-label.ts";

const GROUP_FIELD = /^projectGroups\.(.+)\.(count|budget|rate|surplusOver10)$/u;

/** What a person must fill in, by the field that the report does not state. */
const LABELS: readonly (readonly [field: RegExp, label: string])[] = [
  [/^score$/u, "预算绩效自评得分"],
  [/^grade$/u, "绩效等级"],
  [/^units\./u, "下属单位个数"],
  [/^staff\.total$/u, "在编在职人员数"],
  [/^staff\./u, "人员数"],
  [/\.count$/u, "项目总数"],
  [/\.budget$/u, "涉及预算总金额"],
  [/\.rate$/u, "预算执行总体进度"],
  [/\.surplusOver10$/u, "预算结余率大于10%的项目数"],
  [/^procurement/u, "采购项目数和执行率"],
];

/** The facts of a department's evaluation as sentences look them up. */
export function departmentFacts(department: DepartmentEvaluation, year: number): FactLookup {
  const finance = new Map(
    FINANCE_FIELDS.map((field) => [addressKey(FINANCE_ADDRESSES[field]), department.finance[field]]),
  );
  const figure = (address: FactAddress): StatedFigure | null => {
    const value = finance.get(addressKey(address)) ?? fieldOf(department, address);
    return value?.kind === "figure" ? value : null;
  };
  const missing = (address: FactAddress) => ({ missing: missingWords(labelOf(address, year)) });
  return {
    year,
    value: (address) => figure(address)?.millionths ?? null,
    printedAs: (address, derived) => {
      const own = derived === null || derived === "count" ? figure(address) : null;
      return own === null ? null : { value: own.value, agrees: ({ part }) => part === own.millionths };
    },
    rows: () => [],
    words: () => "",
    unknown: missing,
    stated: (address) => department.grade?.text ?? missing(address),
  };
}

function fieldOf(
  { score, projectGroups }: DepartmentEvaluation,
  { concept, field = "" }: FactAddress,
): CellValue | null {
  if (concept !== "department-evaluation") return null;
  if (field === "score") return score;
  const [, name, part] = GROUP_FIELD.exec(field) ?? [];
  const group = projectGroups.find((one) => one.name === name);
  switch (part) {
    case "count":
    case "budget":
    case "rate":
    case "surplusOver10":
      return group?.[part] ?? null;
    default:
      return null;
  }
}

function labelOf(address: FactAddress, year: number): string {
  const { concept, field = "" } = address;
  if (concept !== "department-evaluation") return factLabel(address, year);
  return LABELS.find(([pattern]) => pattern.test(field))?.[1] ?? "本项数";
}
