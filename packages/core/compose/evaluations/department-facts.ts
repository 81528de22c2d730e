// What the sentences of a department's report state: its finances, its groups of projects, its score.

import { itemFactOf } from "../../department-scoring/input-addresses.ts";
import type { FactAddress } from "../../disclosure/address.ts";
import { addressKey } from "../../disclosure/address.ts";
import type { Disclosure, NarrativeSentence } from "../../disclosure/disclosure.ts";
import { FINANCE_ADDRESSES } from "../../disclosure/department-finance.ts";
import { FINANCE_FIELDS, type DepartmentEvaluation } from "../../evaluation/department-evaluation.ts";
import { itemKey } from "../../evaluation/point-system/point-system.ts";
import type { CellValue, StatedFigure } from "../../figures/figure.ts";
import type { FactLookup } from "../../sentences/write-sentence.ts";
import { missingWords } from "../blocks.ts";
import { factLabel } from "../fact-label.ts";
import { scoreFactName } from "./department-score-facts.ts";

const GROUP_FIELD = /^projectGroups\.(.+)\.(count|budget|rate|surplusOver10)$/u;

const NAMES: Readonly<Record<string, string>> = {
  score: "预算绩效自评得分",
  grade: "绩效等级",
  "units.total": "下属二级单位个数",
  "units.administrative": "其中：行政单位个数",
  "units.civilServiceLike": "其中：参照公务员法管理的事业单位个数",
  "units.institution": "其中：其他事业单位个数",
  "staff.total": "在编在职人员数",
  "staff.administrative": "其中：行政人员数",
  "staff.institution": "其中：事业人员数",
  procurementRate: "采购项目执行率",
  procurementProjects: "完成的政府采购项目数",
};
const MOVES: Readonly<Record<string, string>> = { movedOut: "调出", movedIn: "调入", retired: "退休" };
const STAFF: Readonly<Record<string, string>> = {
  civilServant: "公务员",
  institution: "事业人员",
  worker: "机关工勤人员",
};
const GROUP_NAMES: Readonly<Record<string, string>> = {
  count: "项目总数",
  budget: "涉及预算总金额",
  rate: "预算执行总体进度",
  surplusOver10: "预算结余率大于10%的项目数",
};

/** What a fact of the department's report is called; undefined for one that has no name of its own. */
export function departmentFactName(address: FactAddress): string | undefined {
  const { field = "" } = address;
  const [, group, part] = GROUP_FIELD.exec(field) ?? [];
  if (group !== undefined) return `${group}·${GROUP_NAMES[part ?? ""] ?? ""}`;
  const [, move, kind] = /^staff\.(movedOut|movedIn|retired)\.(.+)$/u.exec(field) ?? [];
  if (move !== undefined) return `${MOVES[move] ?? ""}${STAFF[kind ?? ""] ?? ""}人数`;
  return NAMES[field] ?? scoreFactName(address);
}

/** The facts of a department's evaluation as sentences look them up; some stand only in its prose. */
export function departmentFacts(
  department: DepartmentEvaluation,
  { year: disclosedYear, narrative }: Pick<Disclosure, "year" | "narrative">,
  computed: ReadonlyMap<string, CellValue> = new Map(),
): FactLookup {
  const year = disclosedYear ?? 0;
  const told = proseFacts(narrative);
  const finance = new Map(
    FINANCE_FIELDS.map((field) => [addressKey(FINANCE_ADDRESSES[field]), department.finance[field]]),
  );
  const own = (address: FactAddress): StatedFigure | null => {
    const key = addressKey(address);
    return figureOrNull(finance.get(key) ?? fieldOf(department, address) ?? told.get(key));
  };
  const figure = (address: FactAddress): StatedFigure | null =>
    own(address) ?? figureOrNull(computed.get(addressKey(address)));
  const missing = (address: FactAddress) => ({ missing: missingWords(departmentFactLabel(address, year)) });
  return {
    year: disclosedYear ?? { missing: missingWords("年度") },
    value: (address) => figure(address)?.millionths ?? null,
    printedAs: (address, derived) => {
      const stated = derived === null || derived === "count" ? own(address) : null;
      return stated === null
        ? null
        : { value: stated.value, agrees: ({ part }) => part === stated.millionths };
    },
    rows: () => [],
    words: () => "",
    unknown: missing,
    stated: (address) => department.grade?.text ?? missing(address),
  };
}

const figureOrNull = (value: CellValue | null | undefined): StatedFigure | null =>
  value?.kind === "figure" ? value : null;

/** Figures of the department's own sentences, such as how many units and people it has. */
function proseFacts(narrative: readonly NarrativeSentence[]): ReadonlyMap<string, CellValue> {
  const facts = new Map<string, CellValue>();
  for (const { figure, refersTo, derived } of narrative.flatMap(({ figures }) => figures)) {
    if (refersTo.concept !== "department-evaluation") continue;
    const key = addressKey(refersTo);
    if ((derived === null || derived === "count") && !facts.has(key)) facts.set(key, figure);
  }
  return facts;
}

function fieldOf(
  { score, projectGroups, system }: DepartmentEvaluation,
  address: FactAddress,
): CellValue | null {
  const { concept, field = "" } = address;
  if (concept !== "department-evaluation") return null;
  const item = itemFactOf(address);
  if (item !== undefined) {
    const row = system.find((one) => itemKey(one) === itemKey(item));
    return item.field === "result" ? null : (row?.[item.field] ?? null);
  }
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

/** What a fact is called where it is missing from the department's report. */
export function departmentFactLabel(address: FactAddress, year: number): string {
  if (address.concept !== "department-evaluation") return factLabel(address, year);
  return `${address.period === "prior" ? "上年" : ""}${departmentFactName(address) ?? "本项数"}`;
}
