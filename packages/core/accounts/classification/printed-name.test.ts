import { expect, it } from "vitest";
import { comparableName, comparePrintedName, editDistance } from "./printed-name.ts";

it("full width, white space and brackets do not count", () => {
  expect(comparableName("因公出国 (境) 费用")).toBe("因公出国（境）费用");
  expect(comparableName("〔１〕Ａ")).toBe("（1）A");
});

it("a name with stray print around it is damaged", () => {
  expect(comparePrintedName("住房公积金.", "住房公积金")).toBe("damaged");
  expect(comparePrintedName("住房公积金及其他合并", "住房公积金")).toBe("damaged");
});

it("a tail too short to be told from other names is different", () => {
  expect(comparePrintedName("支出", "社会保障和就业支出")).toBe("different");
});

it("an empty print is different", () => {
  expect(comparePrintedName("", "公安")).toBe("different");
});

it("the distance counts single changes", () => {
  expect(editDistance("", "公安")).toBe(2);
  expect(editDistance("政府采购", "攻府采狗费")).toBe(3);
});
