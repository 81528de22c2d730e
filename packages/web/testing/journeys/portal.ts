// What anybody sees: a unit found on the public portal, its page, its documents.

import { spawn } from "node:child_process";
import { join } from "node:path";

import type { Browser } from "playwright-core";

import { repositoryRoot } from "../../../../scripts/shared-material.ts";
import type { OwnServer } from "./own-server.ts";
import type { Person } from "./person.ts";
import { newPerson } from "./person.ts";

/** Looks a unit up as somebody who is not signed in. */
export async function findUnit(browser: Browser, server: OwnServer, unit: string): Promise<Person> {
  const visitor = await newPerson(browser, server.address);
  const { page } = visitor;
  await page.goto("/");
  await page.getByLabel("单位或项目名称").fill(unit);
  await page.getByRole("button", { name: "查找" }).click();
  await page.getByRole("link", { name: unit }).first().click();
  await page.getByRole("heading", { name: unit, level: 1 }).waitFor();
  return visitor;
}

/** A document of the page, as its link gives it. */
export async function documentOf({ page }: Person, format: "docx" | "pdf"): Promise<Buffer> {
  const address = await page
    .locator(`a[href^="/documents/"][href$=".${format}"]`)
    .first()
    .getAttribute("href");
  const answer = await page.request.get(address ?? "");
  return answer.body();
}

/** Checked: how `jueming check` ended, and what it said. */
export interface Checked {
  readonly status: number | null;
  readonly said: string;
}

/** Checks a file with the command line. */
export function checkFile(path: string): Promise<Checked> {
  const command = [join(repositoryRoot, "packages/cli/jueming.mjs"), "check", path];
  const child = spawn(process.execPath, command);
  let said = "";
  child.stdout.on("data", (text: Buffer) => (said += text.toString()));
  child.stderr.on("data", (text: Buffer) => (said += text.toString()));
  return new Promise((done) => child.once("close", (status) => done({ status, said })));
}
