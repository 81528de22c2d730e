// Examples of identities for people, made from their descriptions: figures that fit and figures that do not.

import type { CellReference, TableConcept, TableIdentity } from "../../../accounts/concept.ts";
import { cellName } from "./table-cells.ts";

/** ExamplePair: one example that passes and one that fails. */
export interface ExamplePair {
  readonly passes: string;
  readonly fails: string;
}

const RIGHT = "100.00";
const WRONG = "110.00";
const PARTS = ["60.00", "40.00"] as const;

/** An equality or limit between two named figures. */
export function comparisonExample(left: string, relation: "=" | "<=" | "needs", right: string): ExamplePair {
  if (relation === "needs")
    return { passes: `${left}为5.00万元，${right}为2`, fails: `${left}为5.00万元，${right}为空` };
  return {
    passes: `${left}${RIGHT}万元，${right}${RIGHT}万元`,
    fails: `${left}${WRONG}万元，${right}${RIGHT}万元`,
  };
}

function sumExample(total: string, parts: readonly string[]): ExamplePair {
  const [first = "", second] = parts;
  const rest = parts.length > 2 ? "，其余各项为空" : "";
  const listed =
    second === undefined
      ? `${first}${RIGHT}万元`
      : `${first}${PARTS[0]}万元、${second}${PARTS[1]}万元${rest}`;
  return { passes: `${total}${RIGHT}万元，${listed}`, fails: `${total}${WRONG}万元，${listed}` };
}

function differenceExample(total: string, added: string, taken: string): ExamplePair {
  return {
    passes: `${added}${RIGHT}万元，${taken}${PARTS[0]}万元，${total}${PARTS[1]}万元`,
    fails: `${added}${RIGHT}万元，${taken}${PARTS[0]}万元，${total}${PARTS[0]}万元`,
  };
}

/** The example of an in-table identity. */
export function identityExample(concept: TableConcept, identity: TableIdentity): ExamplePair {
  const name = (cell: CellReference): string => cellName(concept.id, cell, undefined);
  const columnName = (id: string): string => concept.columns.find((column) => column.id === id)?.name ?? id;
  switch (identity.form) {
    case "line-sum": {
      const column = identity.columns[0] ?? "";
      return sumExample(
        name({ line: identity.total, column }),
        identity.parts.map((line) => name({ line, column })),
      );
    }
    case "column-sum": {
      const taken = identity.parts.find((part) => part.startsWith("-"));
      const added = identity.parts.filter((part) => !part.startsWith("-")).map(columnName);
      if (taken !== undefined)
        return differenceExample(
          columnName(identity.total),
          added.join("与") + "合计",
          columnName(taken.slice(1)),
        );
      return sumExample(`合计行${columnName(identity.total)}`, added);
    }
    case "cell-sum":
      return sumExample(name(identity.total), identity.parts.map(name));
    case "code-sum":
      return identity.levels.includes("total")
        ? sumExample("合计", ["201 一般公共服务支出", "208 社会保障和就业支出"])
        : sumExample("208 社会保障和就业支出", ["20805 行政事业单位养老支出", "20808 抚恤"]);
    case "comparison": {
      const [pair] = identity.pairs;
      return comparisonExample(
        (pair?.left ?? []).map(name).join("＋"),
        identity.relation,
        (pair?.right ?? []).map(name).join("＋"),
      );
    }
  }
}
