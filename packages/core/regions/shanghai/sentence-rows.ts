// The lists of the province's sentences, in the words that its form prints; other words are read as well.

import type { RowName, RowSet } from "../../sentences/template.ts";
import { procurementParts, threePublicItems, vehicleKinds } from "../national/sentence-rows.ts";

/** The rows of a list in the form's order, each with the form's word first. */
function worded(id: string, list: RowSet, words: readonly (readonly [key: string, word: string])[]): RowSet {
  const known = list.kind === "list" ? list.rows : [];
  return {
    kind: "list",
    id: `shanghai-${id}`,
    rows: words.map(([key, word]): RowName => {
      const names = known.find((row) => row.key === key)?.names ?? [];
      return { key, names: [word, ...names.filter((name) => name !== word)] };
    }),
  };
}

/** Items of “三公”经费 that the total is taken apart into. */
export const threePublicKinds = worded("three-public-kinds", threePublicItems, [
  ["abroad", "因公出国（境）费"],
  ["vehicles", "公务用车购置及运行维护费"],
  ["reception", "公务接待费"],
]);

/** Lines 2 to 4 of the procurement statistics. */
export const procurementAmounts = worded("procurement", procurementParts, [
  ["2", "货物采购金额"],
  ["3", "工程采购金额"],
  ["4", "服务采购金额"],
]);

/** Lines 8 to 15 of the vehicle statistics. */
export const vehicles = worded("vehicles", vehicleKinds, [
  ["8", "部级领导干部用车"],
  ["9", "主要领导干部用车"],
  ["10", "机要通信用车"],
  ["11", "应急保障用车"],
  ["12", "执法执勤用车"],
  ["13", "特种专业技术用车"],
  ["14", "离退休干部用车"],
  ["15", "其他用车"],
]);

/** 类, as the structure of expenditure lists them. */
export const functionClasses: RowSet = {
  kind: "function-codes",
  id: "function-codes",
  level: "class",
  marked: true,
};
/** 项 with the 类 and 款 above them. */
export const functionItems: RowSet = { kind: "function-codes", id: "function-codes", level: "item" };
