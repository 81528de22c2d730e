import { describe, expect, it } from "vitest";

import type { TableIdentity } from "./concept.ts";
import { concepts, findConcept, lineOfClass } from "./concepts.ts";
import { identityInstances } from "./identity-instances.ts";
import { tieConditions, ties } from "./ties.ts";
import { tieInstances } from "./tie-instances.ts";

describe("the concepts of the ten tables", () => {
  it("have the ids and columns that the published JSON promises", () => {
    expect(concepts.map(({ id, columns }) => [id, columns.map((column) => column.id).join(" ")])).toEqual([
      ["income-expenditure-summary", "amount"],
      ["income", "total appropriation superiorSubsidy undertaking operating affiliated other"],
      ["expenditure", "total basic project toSuperior operating toAffiliated"],
      ["appropriation-summary", "amount total generalBudget governmentFund stateCapital"],
      ["general-budget-expenditure", "total basic project"],
      ["general-budget-basic-detail", "amount"],
      ["government-fund", "opening income total basic project closing"],
      ["state-capital", "opening income total basic project closing"],
      [
        "three-public",
        "budget.total budget.abroad budget.vehicles budget.vehiclePurchase budget.vehicleRunning budget.reception final.total final.abroad final.vehicles final.vehiclePurchase final.vehicleRunning final.reception",
      ],
      ["disclosure-statistics", "amount"],
    ]);
  });

  it("number the lines as the national form does", () => {
    const summary = findConcept("income-expenditure-summary");
    const appropriation = findConcept("appropriation-summary");
    expect(summary?.lines.map(({ line }) => Number(line))).toEqual(
      Array.from({ length: 62 }, (_, i) => i + 1),
    );
    expect(appropriation?.lines.map(({ line }) => Number(line))).toEqual(
      Array.from({ length: 64 }, (_, i) => i + 1),
    );
    expect(lineOfClass(summary!, "208")).toBe("39");
    expect(lineOfClass(appropriation!, "221")).toBe("51");
    expect(findConcept("disclosure-statistics")?.lines.map(({ line }) => line)).not.toContain("16");
  });

  it("name only lines and columns that they have in their identities", () => {
    const unknown = concepts.flatMap((concept) => {
      const known = new Set([
        ...concept.lines.map(({ line }) => line),
        ...concept.columns.map(({ id }) => id),
      ]);
      return concept.identities.flatMap(namesOf).filter((name) => !known.has(name));
    });
    expect(unknown).toEqual([]);
  });
});

/** The lines and columns that an identity names. */
function namesOf(identity: TableIdentity): readonly string[] {
  if (identity.form === "line-sum") return [identity.total, ...identity.parts, ...identity.columns];
  return identity.form === "column-sum"
    ? [identity.total, ...identity.parts.map((part) => part.replace("-", ""))]
    : [];
}

const row = (code: string | null, name = "x") => ({ line: null, code, name, cells: { total: null } });

describe("identities and ties", () => {
  const rules = [...concepts.flatMap(({ identities }) => identities), ...ties];

  it("have ids and codes of their own", () => {
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
    expect(new Set(rules.map(({ code }) => code)).size).toBe(rules.length);
    expect(rules.filter(({ id }) => !/^[a-z]+(-[a-z]+)+$/u.test(id))).toEqual([]);
    expect(rules.filter(({ code }) => !/^(T\d{1,2}|X)-\d\d$/u.test(code))).toEqual([]);
  });

  it("address cells that the concepts have", () => {
    const addresses = [
      ...ties
        .flatMap((tie) => tie.pairs)
        .flatMap(({ left, right }) => [...left, ...right])
        .map(({ address }) => address),
      ...Object.values(tieConditions).flatMap(({ zero, equal }) => [...zero, ...equal.flat()]),
    ];
    const unknown = addresses.filter(({ concept: id, line, column }) => {
      const concept = findConcept(id);
      const hasLine = line === undefined || concept?.lines.some((each) => each.line === line) === true;
      return !hasLine || concept?.columns.some((each) => each.id === column) !== true;
    });
    expect(unknown).toEqual([]);
  });

  it("run over every class, on the lines of the summary and the codes of the expenditure table", () => {
    const tie = ties.find(({ code }) => code === "X-05")!;
    const found = tieInstances(tie, []).find(({ subject }) => subject?.startsWith("208"));
    expect(found?.subject).toBe("208 社会保障和就业支出");
    expect(found?.left).toEqual([
      { sign: 1, address: { concept: "income-expenditure-summary", line: "39", column: "amount" } },
    ]);
    expect(found?.right).toEqual([
      { sign: 1, address: { concept: "expenditure", code: "208", column: "total" } },
    ]);
  });

  it("make a parent the sum of its own children only", () => {
    const rows = [row(null, "合计"), row("201"), row("20101"), row("2010101"), row("20103"), row("208")];
    const concept = findConcept("expenditure")!;
    const sums = identityInstances(concept, rows)
      .filter(({ identity }) => identity.form === "code-sum")
      .map(({ identity, left, right }) => [
        identity.code,
        left[0]?.cell.code,
        right.map(({ cell }) => cell.code),
      ]);
    expect(sums).toEqual([
      ["T3-02", null, ["201", "208"]],
      ["T3-03", "201", ["20101", "20103"]],
      ["T3-04", "20101", ["2010101"]],
    ]);
  });
});
