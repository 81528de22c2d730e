// Sums arbitrate, they never repair: they choose only among readings that use every printed character and
// that lie close together, change no digit, and the reading that lost is noted.

import { tableCells } from "../../accounts/envelope.ts";
import type { SignedCell } from "../../accounts/concept.ts";
import type { TableCells } from "../../accounts/envelope.ts";
import type { IdentityInstance } from "../../accounts/identity-instances.ts";
import type { AccountsRow } from "../../disclosure/disclosure.ts";
import type { Problem } from "../../document/document.ts";
import type { Interval } from "../../figures/interval.ts";
import { add, compareAtMost, compareIntervals, negate, ZERO } from "../../figures/interval.ts";
import type { Assembled, BodyRow, TableContext } from "./table-rows.ts";
import { assemble } from "./table-rows.ts";

/** What one more identity that holds is worth beside the cost of a reading. */
const WORTH = 1.5;
/** Trials over all rows of a table together. */
const TRIALS = 600;
const SWEEPS = 2;

/** Arbitrated: the rows of the chosen readings, with a note for each that was in doubt. */
export interface Arbitrated extends Assembled {
  readonly choice: readonly number[];
}

/** Chooses one reading for every row. */
export function arbitrate(body: readonly BodyRow[], context: TableContext): Arbitrated {
  const choice = body.map(() => 0);
  const doubtful = body.flatMap(({ readings }, at) => (readings.length > 1 ? [at] : []));
  let trials = TRIALS;
  let best = doubtful.length === 0 ? 0 : worthOf(body, choice, context);
  for (let sweep = 0; sweep < SWEEPS && trials > 0; sweep += 1) {
    let changed = false;
    for (const at of doubtful) {
      const alternatives = body[at]?.readings.length ?? 0;
      for (let reading = 0; reading < alternatives && trials > 0; reading += 1) {
        const before = choice[at] ?? 0;
        if (reading === before) continue;
        trials -= 1;
        choice[at] = reading;
        const worth = worthOf(body, choice, context);
        if (worth > best + 1e-9) {
          best = worth;
          changed = true;
        } else choice[at] = before;
      }
    }
    if (!changed) break;
  }
  const assembled = assemble(body, choice, context);
  const notes = body.flatMap((row, at) => doubtNote(row, at, choice, { body, context }));
  return { ...assembled, problems: [...assembled.problems, ...notes], choice };
}

function worthOf(body: readonly BodyRow[], choice: readonly number[], context: TableContext): number {
  const { rows } = assemble(body, choice, context);
  const cost = body.reduce((total, { readings }, at) => total + (readings[choice[at] ?? 0]?.cost ?? 0), 0);
  return WORTH * sumsThatHold(rows, context) - cost;
}

/** Identities that hold less those that cannot. */
export function sumsThatHold(rows: readonly AccountsRow[], context: TableContext): number {
  const cells = tableCells(context.index.concept, { rows });
  return cells.instances.reduce((total, instance) => total + verdict(instance, cells), 0);
}

function verdict(instance: IdentityInstance, cells: TableCells): number {
  const all = [...instance.left, ...instance.right];
  if (!all.some(({ cell }) => cells.valueOf(cell)?.kind === "figure")) return 0;
  const left = total(instance.left, cells);
  const right = total(instance.right, cells);
  if (left === undefined || right === undefined) return 0;
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
function doubtNote(
  row: BodyRow,
  at: number,
  choice: readonly number[],
  table: { readonly body: readonly BodyRow[]; readonly context: TableContext },
): readonly Problem[] {
  const chosen = choice[at] ?? 0;
  const reading = row.readings[chosen];
  if (reading === undefined || (reading.cost < 1 && chosen === 0)) return [];
  const other = row.readings[chosen === 0 ? 1 : 0];
  const { title } = table.context.index.layout;
  const alternative = other === undefined ? "" : `另一种读法为：${describe(other, table.context)}。`;
  const reason = chosen === 0 ? "按位置和内容读取" : "按表内勾稽关系选定";
  const message = `${title}有一行错位或单元格被拆分，${reason}为：${describe(reading, table.context)}。${alternative}请核对原件。`;
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
