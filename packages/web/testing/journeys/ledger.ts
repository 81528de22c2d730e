// A problem that is put right: raised by whoever is above the unit, answered by the unit, verified and closed.

import type { Person } from "./person.ts";
import { choose, goTo } from "./person.ts";

/** Enters a problem into the ledger. */
export async function raiseProblem(
  person: Person,
  { unit, year, problem }: { readonly unit: string; readonly year: number; readonly problem: string },
): Promise<void> {
  const { page } = person;
  await goTo(person, "整改台账");
  await page.getByRole("button", { name: "登记问题" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("所属年度").fill(String(year));
  await dialog.getByLabel("责任单位").fill(unit);
  await choose(dialog.getByLabel("责任单位"), unit);
  await dialog.getByLabel("问题", { exact: true }).fill(problem);
  await dialog.getByRole("button", { name: "列入台账" }).click();
  await page.getByRole("row", { name: problem }).waitFor();
}

/** Opens the entry of a problem. */
async function openEntry(person: Person, problem: string): Promise<void> {
  await goTo(person, "整改台账");
  await person.page.getByRole("row", { name: problem }).getByRole("button").click();
  await person.page.getByRole("heading", { name: "办理记录" }).waitFor();
}

/** Answers for the unit: who does what about it, and that it is done. */
export async function answerProblem(person: Person, problem: string, measure: string): Promise<void> {
  const { page } = person;
  await openEntry(person, problem);
  await page.getByLabel("责任人", { exact: true }).fill("填报员乙");
  await page.getByLabel("整改措施").fill(measure);
  await page.getByRole("button", { name: "开始整改" }).click();
  await page.getByText("待整改 → 整改中").waitFor();
  await page.getByRole("button", { name: "报告已整改" }).click();
  await page.getByText("整改中 → 已整改待核实").waitFor();
}

/** Verifies what the unit has done, and closes the entry. */
export async function closeProblem(person: Person, problem: string): Promise<void> {
  await openEntry(person, problem);
  await person.page.getByRole("button", { name: "核实销号" }).click();
  await person.page.getByText("已整改待核实 → 已核实销号").waitFor();
}
