// Inputs that documents state: in a table of the accounts first, else in prose of the report or the accounts.
// A blank cell is no figure, and where two documents differ the other figure is told.

import { Decimal } from "decimal.js";

import type { FactAddress } from "../disclosure/address.ts";
import { addressKey } from "../disclosure/address.ts";
import { FINANCE_ADDRESSES } from "../disclosure/department-finance.ts";
import type { Disclosure, ProseFigure } from "../disclosure/disclosure.ts";
import type { FactIndex } from "../disclosure/facts.ts";
import { indexFacts } from "../disclosure/facts.ts";
import { FINANCE_FIELDS } from "../evaluation/department-evaluation.ts";
import type { InputFigure, InputName } from "../evaluation/point-system/system-inputs.ts";
import { INPUT_NAMES, INPUTS } from "../evaluation/point-system/system-inputs.ts";
import type { CellValue, StatedFigure } from "../figures/figure.ts";
import { MILLIONTHS } from "../figures/figure.ts";
import { WAN_YUAN } from "../figures/unit.ts";
import { inputAddress } from "./input-addresses.ts";

interface Stated {
  readonly figure: StatedFigure;
  readonly where: string;
  readonly source: string;
  readonly rank: number;
}

/** The inputs that one of the documents states. */
export function statedInputs(documents: readonly Disclosure[]): readonly InputFigure[] {
  const indexed = documents.map((disclosure) => ({ disclosure, facts: indexFacts(disclosure) }));
  const stated = INPUT_NAMES.flatMap((name) => {
    const address = inputAddress(name);
    const all = indexed.flatMap(({ disclosure, facts }) => statementsIn(disclosure, facts, address));
    const [first, ...others] = all.toSorted((left, right) => left.rank - right.rank);
    return first === undefined ? [] : [inputOf(name, first, others)];
  });
  const opening = stated.some(({ name }) => name === "staffOpening")
    ? undefined
    : staffBefore(documents, stated);
  return opening === undefined ? stated : [...stated, opening];
}

const TABLE = 0;
const FINANCE = 1;
const PROSE = 2;

function statementsIn(disclosure: Disclosure, facts: FactIndex, address: FactAddress): readonly Stated[] {
  const { source } = disclosure;
  const found = facts.statementsOf(address).flatMap(({ value, where, from }): readonly Stated[] => {
    const rank = from === "table" ? TABLE : PROSE;
    const told =
      disclosure.kind === "department-evaluation" ? where.replace(/^情况说明/u, "自评报告") : where;
    return isFigure(value) ? [{ figure: value, where: told, source, rank }] : [];
  });
  const counted = proseFigures(disclosure, address).map((figure): Stated => ({
    figure,
    where: "自评报告",
    source,
    rank: PROSE,
  }));
  const field = FINANCE_FIELDS.find((one) => addressKey(FINANCE_ADDRESSES[one]) === addressKey(address));
  const value = field === undefined ? undefined : disclosure.departmentEvaluation?.finance[field];
  const own: readonly Stated[] = isFigure(value)
    ? [{ figure: value, where: "自评报告“部门资金收支情况”", source, rank: FINANCE }]
    : [];
  return [...found, ...counted, ...own];
}

const isFigure = (value: CellValue | null | undefined): value is StatedFigure => value?.kind === "figure";

/** Numbers that only prose counts. */
function proseFigures({ narrative }: Disclosure, address: FactAddress): readonly StatedFigure[] {
  const key = addressKey(address);
  return proseOf(narrative).flatMap(({ figure, refersTo, derived }) =>
    derived === "count" && figure.kind === "figure" && addressKey(refersTo) === key ? [figure] : [],
  );
}

const proseOf = (narrative: Disclosure["narrative"]): readonly ProseFigure[] =>
  narrative.flatMap(({ figures }) => figures);

const PERCENT_BASE = 100;

function valueOf(name: InputName, { millionths }: Pick<StatedFigure, "millionths">): Decimal {
  const value = new Decimal(millionths.toString()).div(MILLIONTHS.toString());
  const { unit } = INPUTS[name];
  if (unit === "万元") return value.div(WAN_YUAN.scale.toString());
  return unit === "%" ? value.div(PERCENT_BASE) : value;
}

function inputOf(name: InputName, { figure, where, source }: Stated, others: readonly Stated[]): InputFigure {
  const other = others.find((one) => one.figure.millionths !== figure.millionths);
  return {
    name,
    value: valueOf(name, figure),
    origin: where,
    sources: [{ source, place: figure.place }],
    note: other === undefined ? null : `${other.where}为 ${other.figure.raw}`,
  };
}

/** The staff of last year, from this year's and the change that the report states. */
function staffBefore(
  documents: readonly Disclosure[],
  stated: readonly InputFigure[],
): InputFigure | undefined {
  const now = stated.find(({ name }) => name === "staffClosing");
  const key = addressKey(inputAddress("staffClosing"));
  for (const { narrative, source } of documents) {
    for (const { figure, refersTo, derived, direction } of proseOf(narrative)) {
      if (derived !== "change" || figure.kind !== "figure" || addressKey(refersTo) !== key) continue;
      if (now === undefined || direction === undefined) continue;
      const change = valueOf("staffOpening", figure);
      const value = now.value.minus(change.times(direction));
      if (value.isNegative()) continue;
      const word = direction < 0 ? "减少" : "增加";
      return {
        name: "staffOpening",
        value,
        origin: `自评报告：年末 ${now.value.toFixed()} 人，较上年${word} ${change.toFixed()} 人`,
        sources: [...now.sources, { source, place: figure.place }],
        note: null,
      };
    }
  }
  return undefined;
}
