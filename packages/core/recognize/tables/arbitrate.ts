// Sums arbitrate, they never repair: they choose only among readings that use every printed character and
// that lie close together, change no digit, and the reading that lost is noted.

import { tableCells } from "../../accounts/envelope.ts";
import type { CellReference, SignedCell } from "../../accounts/concept.ts";
import type { TableCells } from "../../accounts/envelope.ts";
import type { IdentityInstance } from "../../accounts/identity-instances.ts";
import { cellKey, rowReference } from "../../accounts/identity-instances.ts";
import type { AccountsRow } from "../../disclosure/disclosure.ts";
import type { Problem } from "../../document/document.ts";
import type { Interval } from "../../figures/interval.ts";
import { add, compareAtMost, compareIntervals, negate, ZERO } from "../../figures/interval.ts";
import type { Assembled, BodyRow, TableContext } from "./table-rows.ts";
import { assemble } from "./table-rows.ts";

/** What one more identity that holds is worth beside the cost of a reading. */
const WORTH = 1.5;
/** Trials over all rows of a table together; each reads the whole table, so that a long one has fewer. */
const TRIALS = 600;
const ROWS_READ = 90_000;
const SWEEPS = 2;
/** Rows that follow one another are tried together: a parent and its children that slid satisfy sums only so. */
const RUNS = [1, 2, 3, 4] as const;
const READINGS_OF_PAIR = 4;
const READINGS_OF_RUN = 3;

/** Chooses one reading for every row. Where all sums hold there is nothing to choose. */
export function arbitrate(body: readonly BodyRow[], context: TableContext): Assembled {
  const search: Search = { body, context, choice: body.map(() => 0), trials: trialsFor(body.length) };
  const doubtful = [...body.keys()].filter((at) => (body[at]?.readings.length ?? 0) > 1);
  let best = judge(search);
  for (let sweep = 0; sweep < SWEEPS && best.failing.size > 0; sweep += 1) {
    const before = best;
    for (const size of RUNS) {
      for (const [number, at] of doubtful.entries()) {
        if (best.failing.has(at)) best = tryReadings(search, best, doubtful.slice(number, number + size));
      }
    }
    if (best === before) break;
  }
  const assembled = assemble(body, search.choice, context);
  const notes = body.flatMap((row, at) => doubtNote(row, search.choice[at] ?? 0, context));
  return { ...assembled, problems: [...assembled.problems, ...notes] };
}

const trialsFor = (rows: number): number => Math.min(TRIALS, Math.floor(ROWS_READ / Math.max(1, rows)));

interface Search {
  readonly body: readonly BodyRow[];
  readonly context: TableContext;
  readonly choice: number[];
  trials: number;
}

/** Tries the other readings of one row, or of rows that follow one another, and keeps what makes more sums hold. */
function tryReadings(search: Search, best: Judged, rows: readonly number[]): Judged {
  const before = rows.map((at) => search.choice[at] ?? 0);
  let kept = best;
  let choice = before;
  for (const readings of readingsOf(search, rows)) {
    if (search.trials <= 0) break;
    if (readings.some((reading, at) => reading === before[at])) continue;
    search.trials -= 1;
    rows.forEach((at, number) => (search.choice[at] = readings[number] ?? 0));
    const judged = judge(search);
    if (judged.worth <= kept.worth + 1e-9) continue;
    kept = judged;
    choice = [...readings];
  }
  rows.forEach((at, number) => (search.choice[at] = choice[number] ?? 0));
  return kept;
}

/** All readings of one row, few of each of two rows, and for longer runs the same change for every row. */
function readingsOf({ body }: Search, rows: readonly number[]): readonly (readonly number[])[] {
  const counts = rows.map((at) => body[at]?.readings.length ?? 0);
  if (rows.length === 1) return combinations(counts.map(upTo));
  if (rows.length === 2) return combinations(counts.map((count) => upTo(Math.min(count, READINGS_OF_PAIR))));
  return upTo(Math.min(READINGS_OF_RUN, ...counts)).map((reading) => rows.map(() => reading));
}

const upTo = (count: number): readonly number[] => Array.from({ length: count }, (_, reading) => reading);

function combinations(choices: readonly (readonly number[])[]): readonly (readonly number[])[] {
  return choices.reduce<readonly (readonly number[])[]>(
    (found, options) => found.flatMap((each) => options.map((option) => [...each, option])),
    [[]],
  );
}

interface Judged {
  readonly worth: number;
  /** Numbers of printed rows with a cell in a sum that cannot hold. */
  readonly failing: ReadonlySet<number>;
}

function judge({ body, choice, context }: Search): Judged {
  const { rows, numbers } = assemble(body, choice, context);
  const cost = body.reduce((total, { readings }, at) => total + (readings[choice[at] ?? 0]?.cost ?? 0), 0);
  const cells = tableCells(context.index.concept, { rows });
  const failingCells = new Set<string>();
  let sums = 0;
  for (const instance of cells.instances) {
    const verdict = verdictOf(instance, cells);
    // What cannot be read must not win by hiding a sum that fails.
    sums += verdict === "unreadable" ? -1 : verdict;
    if (verdict !== -1) continue;
    for (const { cell } of [...instance.left, ...instance.right]) failingCells.add(rowOfCell(cell));
  }
  const failing = numbers.filter((_, at) => failingCells.has(rowKey(rows[at])));
  return { worth: WORTH * sums - cost, failing: new Set(failing) };
}

const rowOfCell = (cell: CellReference): string => cellKey({ ...cell, column: "" });
const rowKey = (row: AccountsRow | undefined): string =>
  row === undefined ? "" : cellKey({ ...rowReference(row), column: "" });

/** Numbers of the printed rows that take part in a sum that cannot hold, with the first reading of each. */
export function failingRows(body: readonly BodyRow[], context: TableContext): ReadonlySet<number> {
  return judge({ body, context, choice: [], trials: 0 }).failing;
}

/** How many identities of these rows cannot hold. */
export function failingSums(rows: readonly AccountsRow[], context: TableContext): number {
  const cells = tableCells(context.index.concept, { rows });
  return cells.instances.filter((instance) => verdictOf(instance, cells) === -1).length;
}

function verdictOf(instance: IdentityInstance, cells: TableCells): 1 | 0 | -1 | "unreadable" {
  const all = [...instance.left, ...instance.right];
  if (!all.some(({ cell }) => cells.valueOf(cell)?.kind === "figure")) return 0;
  const left = total(instance.left, cells);
  const right = total(instance.right, cells);
  if (left === undefined || right === undefined) return "unreadable";
  const compared = instance.relation === "=" ? compareIntervals(left, right) : compareAtMost(left, right);
  return compared.verdict === "impossible" ? -1 : 1;
}

function total(parts: readonly SignedCell[], cells: TableCells): Interval | undefined {
  let whole: Interval = ZERO;
  for (const { cell, sign } of parts) {
    const interval = cells.intervalOf(cell);
    if (interval === undefined) return undefined;
    whole = add(whole, sign === 1 ? interval : negate(interval));
  }
  return whole;
}

/** A row is noted when its reading had to suppose much, or when sums decided it. */
function doubtNote(row: BodyRow, chosen: number, context: TableContext): readonly Problem[] {
  const reading = row.readings[chosen];
  if (reading === undefined || (reading.cost < 1 && chosen === 0)) return [];
  const other = row.readings[chosen === 0 ? 1 : 0];
  const { title } = context.index.layout;
  const alternative = other === undefined ? "" : `另一种读法为：${describe(other, context)}。`;
  const reason = chosen === 0 ? "按位置和内容读取" : "按表内勾稽关系选定";
  const message = `${title}有一行错位或单元格被拆分，${reason}为：${describe(reading, context)}。${alternative}请核对原件。`;
  return [{ code: "row-reading-doubtful", message, place: row.place }];
}

function describe(reading: NonNullable<BodyRow["readings"][number]>, { index }: TableContext): string {
  return [...reading.filled]
    .map(([slot, cells]) => {
      const described = index.slots[slot];
      const column = index.concept.columns.find(({ id }) => id === described?.column);
      const text = cells.map(({ squeezed }) => squeezed).join("");
      return column === undefined ? text : `${column.name}${text}`;
    })
    .join("，");
}
