// FactIndex: a disclosure as a set of facts by address, each with the list of its statements.
// "Across tables" and "prose against tables" then become: all statements of a fact agree.

import type { Place } from "../document/document.ts";
import type { CellValue } from "../figures/figure.ts";
import type { FactAddress } from "./address.ts";
import { addressKey } from "./address.ts";
import type { AccountsTable, Disclosure } from "./disclosure.ts";

/** Statement: one place where a fact is stated. */
export interface Statement {
  readonly address: FactAddress;
  readonly value: CellValue;
  /** "公开03表 支出决算表" or the section's heading, in Chinese. */
  readonly where: string;
  readonly from: "table" | "prose";
  readonly place: Place;
}

export interface FactIndex {
  /** All statements of a fact, tables first. */
  readonly statementsOf: (address: FactAddress) => readonly Statement[];
  /** The statement of the fact in its own table, if the table prints it; a blank cell is one too. */
  readonly inTable: (address: FactAddress) => Statement | undefined;
  /** The table of a concept, if the disclosure has it. */
  readonly table: (concept: string) => AccountsTable | undefined;
  readonly all: () => Iterable<readonly Statement[]>;
}

function tableStatements(table: AccountsTable): readonly Statement[] {
  const where = table.label === null ? table.title : `${table.label} ${table.title}`;
  return table.rows.flatMap((row) =>
    Object.entries(row.cells).map(([column, cell]): Statement => {
      const address: FactAddress =
        row.line !== null
          ? { concept: table.concept, line: row.line, column }
          : row.code === null && row.name === null
            ? { concept: table.concept, column }
            : { concept: table.concept, code: row.code, column };
      const value: CellValue = cell ?? { kind: "blank", raw: "", place: row.place };
      return { address, value, where, from: "table", place: value.place };
    }),
  );
}

function proseStatements(disclosure: Disclosure): readonly Statement[] {
  return disclosure.narrative.flatMap((sentence) =>
    sentence.figures
      .filter((figure) => figure.derived === null && figure.refersTo.evaluation === undefined)
      .map(({ figure, refersTo }): Statement => ({
        address: refersTo,
        value: figure,
        where: `情况说明“${sentence.section}”`,
        from: "prose",
        place: figure.place,
      })),
  );
}

/** Indexes all facts that a disclosure states. */
export function indexFacts(disclosure: Disclosure): FactIndex {
  const byKey = new Map<string, Statement[]>();
  const tables = new Map(disclosure.tables.map((table) => [table.concept, table]));
  for (const statement of [...disclosure.tables.flatMap(tableStatements), ...proseStatements(disclosure)]) {
    const key = addressKey(statement.address);
    const known = byKey.get(key);
    if (known === undefined) byKey.set(key, [statement]);
    else known.push(statement);
  }
  const statementsOf = (address: FactAddress): readonly Statement[] => byKey.get(addressKey(address)) ?? [];
  return {
    statementsOf,
    inTable: (address) => statementsOf(address).find((statement) => statement.from === "table"),
    table: (concept) => tables.get(concept),
    all: () => byKey.values(),
  };
}
