// The cells of the ten tables from a unit's accounts. Leaves are given, totals follow from the identities
// that the concepts declare; so a table is either rounded cell by cell or added up from rounded leaves.

import type { CellReference, TableConcept } from "@jueming/core/accounts/concept.ts";
import { concepts, lineOfClass } from "@jueming/core/accounts/concepts.ts";
import { economicRows } from "@jueming/core/accounts/classification/economic-classification.ts";
import { cellKey, identityInstances } from "@jueming/core/accounts/identity-instances.ts";
import type { IdentityInstance, KeyedRow } from "@jueming/core/accounts/identity-instances.ts";
import { MILLIONTHS } from "@jueming/core/figures/figure.ts";
import type { Entry, FundKind, MadeAccounts } from "./made-accounts.ts";
import { operatingCosts, sum } from "./made-accounts.ts";
import type { MadeUnit } from "./made-unit.ts";

/** Rounding: each printed cell from the exact amount, or totals added up from rounded leaves. */
export type Rounding = "each-cell" | "rounded-leaves";

/** MadeRow: the key of a row and its name; cells say which columns it has. */
interface MadeRow extends KeyedRow {
  readonly name: string | null;
}

/** MadeTable: rows in printing order and the value of each cell, in millionths of 元 or of one piece. */
export interface MadeTable {
  readonly concept: TableConcept;
  readonly rows: readonly MadeRow[];
  /** The value as printed; 0 where nothing is. */
  readonly printed: (cell: CellReference) => bigint;
  readonly exact: (cell: CellReference) => bigint;
}

/** Millionths of 元 in the last printed digit of 万元 with two decimals. */
const LAST_DIGIT = 100n * MILLIONTHS;
const FEN = MILLIONTHS / 100n;

type Leaves = ReadonlyMap<string, bigint>;

/** Half up, as offices round. */
function rounded(value: bigint): bigint {
  const half = value < 0n ? -LAST_DIGIT / 2n : LAST_DIGIT / 2n;
  return ((value + half) / LAST_DIGIT) * LAST_DIGIT;
}

interface Content {
  readonly rows: readonly MadeRow[];
  readonly leaves: Leaves;
}

const isAcross = ({ identity }: IdentityInstance): number => (identity.form === "column-sum" ? 1 : 0);

function madeTable(concept: TableConcept, { rows, leaves }: Content, rounding: Rounding): MadeTable {
  const sums = new Map<string, IdentityInstance>();
  // Rows before columns, so that what a row of codes carries over is added up and not worked out.
  const instances = identityInstances(concept, rows).toSorted((a, b) => isAcross(a) - isAcross(b));
  for (const instance of instances) {
    const [total] = instance.left;
    if (instance.isSum && total !== undefined && !sums.has(cellKey(total.cell)))
      sums.set(cellKey(total.cell), instance);
  }
  const counts = new Set(concept.lines.filter(({ kind }) => kind === "count").map(({ line }) => line));
  const calculator = (
    leaf: (value: bigint, cell: CellReference) => bigint,
  ): ((cell: CellReference) => bigint) => {
    const known = new Map<string, bigint>();
    const valueOf = (cell: CellReference): bigint => {
      const key = cellKey(cell);
      const before = known.get(key);
      if (before !== undefined) return before;
      const given = leaves.get(key);
      const parts = given === undefined ? (sums.get(key)?.right ?? []) : [];
      const value =
        given === undefined
          ? sum(parts.map((part) => BigInt(part.sign) * valueOf(part.cell)))
          : leaf(given, cell);
      known.set(key, value);
      return value;
    };
    return valueOf;
  };
  const isCount = (cell: CellReference): boolean => cell.line !== undefined && counts.has(cell.line);
  const exact = calculator((value) => value);
  const printed =
    rounding === "each-cell"
      ? (cell: CellReference): bigint => (isCount(cell) ? exact(cell) : rounded(exact(cell)))
      : calculator((value, cell) => (isCount(cell) ? value : rounded(value)));
  return { concept, rows, printed, exact };
}

const emptyCells = (columns: readonly string[]): Readonly<Record<string, null>> =>
  Object.fromEntries(columns.map((column) => [column, null]));

function lineRows(concept: TableConcept): readonly MadeRow[] {
  return concept.lines.map(({ line, name, side }) => {
    const columns = concept.columns.filter((column) => column.side === undefined || column.side === side);
    return { line, code: null, name, cells: emptyCells(columns.map(({ id }) => id)) };
  });
}

function codeRows(
  concept: TableConcept,
  codes: Iterable<string>,
  names: ReadonlyMap<string, string>,
): readonly MadeRow[] {
  const cells = emptyCells(concept.columns.filter(({ optional }) => optional !== true).map(({ id }) => id));
  const all = new Set([...codes].flatMap((code) => [code.slice(0, 3), code.slice(0, 5), code]));
  const sorted = [...all].toSorted();
  return [
    { line: null, code: null, name: "合计", cells },
    ...sorted.map((code) => ({ line: null, code, name: names.get(code) ?? "", cells })),
  ];
}

type Amounts = readonly (readonly [cell: CellReference, fen: bigint])[];

const leavesOf = (amounts: Amounts): Leaves => {
  const leaves = new Map<string, bigint>();
  for (const [cell, fen] of amounts) leaves.set(cellKey(cell), (leaves.get(cellKey(cell)) ?? 0n) + fen * FEN);
  return leaves;
};

const spent = ({ basic, project, operating }: Entry): bigint => basic + project + operating;
const byLine = (line: number | string, fen: bigint, column = "amount"): Amounts[number] => [
  { line: String(line), column },
  fen,
];

const INCOME_LINES: Readonly<Record<string, number>> = {
  superiorSubsidy: 4,
  undertaking: 5,
  operating: 6,
  affiliated: 7,
  other: 8,
};
const FUNDS: readonly FundKind[] = ["generalBudget", "governmentFund", "stateCapital"];

function summaryLeaves({ entries, surplusUsed, surplusShared }: MadeAccounts, concept: TableConcept): Leaves {
  return leavesOf([
    ...entries.map(({ fund, income, incomeColumn }) =>
      byLine(fund === "own" ? (INCOME_LINES[incomeColumn] ?? 8) : FUNDS.indexOf(fund) + 1, income),
    ),
    byLine(28, surplusUsed),
    ...entries.map(({ opening }) => byLine(29, opening)),
    ...entries.map((one) => byLine(lineOfClass(concept, one.code.slice(0, 3)) ?? "", spent(one))),
    byLine(59, surplusShared),
    ...entries.map(({ closing }) => byLine(60, closing)),
  ]);
}

function appropriationLeaves({ entries }: MadeAccounts, concept: TableConcept): Leaves {
  const fiscal = entries.filter(({ fund }) => fund !== "own");
  return leavesOf(
    fiscal.flatMap((one) => [
      byLine(FUNDS.indexOf(one.fund) + 1, one.income),
      byLine(FUNDS.indexOf(one.fund) + 29, one.opening),
      byLine(lineOfClass(concept, one.code.slice(0, 3)) ?? "", spent(one), one.fund),
      byLine(60, one.closing, one.fund),
    ]),
  );
}

const ofEntries = (
  entries: readonly Entry[],
  cells: (one: Entry) => readonly (readonly [column: string, fen: bigint])[],
): Leaves =>
  leavesOf(
    entries.flatMap((one) =>
      cells(one).map(([column, fen]): Amounts[number] => [{ code: one.code, column }, fen]),
    ),
  );

function detailContent({ economic }: MadeAccounts): Content {
  const lines = ["personnel", "operating"].map((line) => ({
    line,
    code: null,
    name: null,
    cells: { amount: null },
  }));
  return {
    rows: [
      ...economicRows.map(({ code, name }) => ({ line: null, code, name, cells: { amount: null } })),
      ...lines,
    ],
    leaves: leavesOf([...economic].map(([code, fen]): Amounts[number] => [{ code, column: "amount" }, fen])),
  };
}

const ITEMS = ["abroad", "vehiclePurchase", "vehicleRunning", "reception"] as const;

function threePublicLeaves({ threePublic }: MadeAccounts): Leaves {
  return leavesOf(
    (["budget", "final"] as const).flatMap((stage) =>
      ITEMS.map((item): Amounts[number] => [{ column: `${stage}.${item}` }, threePublic[stage][item]]),
    ),
  );
}

function statisticsLeaves(accounts: MadeAccounts, unit: MadeUnit): Leaves {
  const { procurement, vehicles, equipment } = accounts;
  const costs = operatingCosts(accounts.economic);
  const count = (line: string, pieces: number): Amounts[number] => byLine(line, BigInt(pieces) * 100n);
  return leavesOf([
    ...procurement.map((fen, index) => byLine(index + 2, fen)),
    byLine(5, unit.type === "administrative" ? costs : 0n),
    byLine(6, unit.type === "civil-service-like" ? costs : 0n),
    ...[...vehicles].map(([line, pieces]) => count(line, pieces)),
    count("17", equipment),
  ]);
}

const kinds = (one: Entry): readonly (readonly [string, bigint])[] => [
  ["basic", one.basic],
  ["project", one.project],
];

function contentOf(concept: TableConcept, accounts: MadeAccounts, unit: MadeUnit): Content {
  const of = (funds: readonly FundKind[]): readonly Entry[] =>
    accounts.entries.filter(({ fund }) => funds.includes(fund));
  const codes = (entries: readonly Entry[], leaves: Leaves): Content => ({
    rows: codeRows(
      concept,
      entries.map(({ code }) => code),
      accounts.names,
    ),
    leaves,
  });
  switch (concept.id) {
    case "income-expenditure-summary":
      return { rows: lineRows(concept), leaves: summaryLeaves(accounts, concept) };
    case "appropriation-summary":
      return { rows: lineRows(concept), leaves: appropriationLeaves(accounts, concept) };
    case "income": {
      const received = accounts.entries.filter(({ income }) => income !== 0n);
      return codes(
        received,
        ofEntries(received, (one) => [[one.incomeColumn, one.income]]),
      );
    }
    case "expenditure":
      return codes(
        accounts.entries,
        ofEntries(accounts.entries, (one) => [...kinds(one), ["operating", one.operating]]),
      );
    case "general-budget-expenditure":
      return codes(of(["generalBudget"]), ofEntries(of(["generalBudget"]), kinds));
    case "general-budget-basic-detail":
      return detailContent(accounts);
    case "government-fund": {
      const own = of(["governmentFund"]);
      return codes(
        own,
        ofEntries(own, (one) => [
          ...kinds(one),
          ["opening", one.opening],
          ["income", one.income],
          ["closing", one.closing],
        ]),
      );
    }
    case "state-capital":
      return codes(of(["stateCapital"]), ofEntries(of(["stateCapital"]), kinds));
    case "three-public":
      return {
        rows: [
          { line: null, code: null, name: null, cells: emptyCells(concept.columns.map(({ id }) => id)) },
        ],
        leaves: threePublicLeaves(accounts),
      };
    default:
      return { rows: lineRows(concept), leaves: statisticsLeaves(accounts, unit) };
  }
}

/** The ten tables by concept. */
export function makeTables(
  accounts: MadeAccounts,
  unit: MadeUnit,
  rounding: Rounding,
): ReadonlyMap<string, MadeTable> {
  return new Map(
    concepts.map((concept) => [concept.id, madeTable(concept, contentOf(concept, accounts, unit), rounding)]),
  );
}
