// What those who review and publish do: open what waits for them, comment on a figure, return, pass on, publish.

import type { PlacedText } from "./made-report.ts";
import { standAt } from "./filling.ts";
import type { Person } from "./person.ts";
import { choose, goTo } from "./person.ts";

/** Opens the report that waits for a review; of several of a unit the one of this kind. */
export async function openReview(person: Person, unit: string, kind = ""): Promise<void> {
  await goTo(person, "审核");
  const { page } = person;
  const line = page.getByRole("row", { name: unit }).filter({ hasText: kind });
  await line.getByRole("link", { name: unit }).click();
  await page.getByRole("heading", { name: unit }).waitFor();
}

/** Says something about a figure of a sheet. */
export async function commentOn(
  { page }: Person,
  { sheet, at, text }: { readonly sheet: string; readonly at: PlacedText; readonly text: string },
): Promise<void> {
  await choose(page.getByLabel("表", { exact: true }), sheet);
  await page.locator(`section[aria-label="${sheet}"]`).waitFor();
  await standAt(page, at);
  await page.getByRole("tab", { name: /^批注/u }).click();
  await page.getByLabel("批注内容").fill(text);
  await page
    .getByRole("button", { name: "发 送" })
    .or(page.getByRole("button", { name: "发送" }))
    .click();
  await page.locator(".said-text").getByText(text).waitFor();
}

/** Passes the report on, or returns it with an opinion. */
export async function decide({ page }: Person, decision: "通过" | "退回", opinion: string): Promise<void> {
  await page.getByRole("button", { name: decision, exact: true }).click();
  await page.locator("#decision-opinion").fill(opinion);
  await page.getByRole("button", { name: `确认${decision}` }).click();
  // What comes next is the next report that waits, else the queue.
  await page.getByRole("dialog").waitFor({ state: "hidden" });
}

/** Passes the report on, having looked at it. */
export async function pass(person: Person, unit: string, kind = ""): Promise<void> {
  await openReview(person, unit, kind);
  await decide(person, "通过", "同意");
}

/** Puts the report before the public. */
export async function publish(person: Person, unit: string): Promise<void> {
  await openReview(person, unit);
  const { page } = person;
  await page.getByRole("button", { name: "公开", exact: true }).click();
  await page.getByRole("button", { name: "确认公开" }).click();
  await page.getByRole("link", { name: "看公开页面" }).waitFor();
}
