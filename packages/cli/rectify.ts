// `jueming rectify`: problems of the material into the ledger of rectification, which people then work with.

import type { Severity } from "@jueming/core/checks/finding.ts";
import { findRecurrences } from "@jueming/core/rectification/find-recurrences.ts";
import type { Ledger } from "@jueming/core/rectification/ledger.ts";
import { updateLedger } from "@jueming/core/rectification/update-ledger.ts";
import type { CheckSetup } from "@jueming/pipeline/check.ts";
import { checkUnit } from "@jueming/pipeline/check.ts";
import { findInputs } from "@jueming/pipeline/inputs.ts";
import { checkAll } from "@jueming/pipeline/jobs.ts";
import { isFailure } from "@jueming/pipeline/read.ts";
import { checkedProblems, lookedFor } from "@jueming/pipeline/rectification/checked-problems.ts";
import {
  ledgerBytes,
  readLedger,
  readOrBeginLedger,
  replaceFile,
} from "@jueming/pipeline/rectification/ledger-file.ts";
import { htmlLedger } from "@jueming/pipeline/rectification/ledger-page.ts";
import { toLedgerJson } from "@jueming/pipeline/rectification/ledger-json.ts";
import type { Judged } from "@jueming/pipeline/reports/checked.ts";
import type { GroupMember } from "@jueming/pipeline/unit-groups.ts";
import { unitGroups } from "@jueming/pipeline/unit-groups.ts";

import { standardOutput, tell, tellFailure, writeWhole } from "./output.ts";
import { paintFor } from "./paint.ts";
import { printable } from "./printed-width.ts";
import { progressOf } from "./progress.ts";
import { textLedger } from "./text-ledger.ts";
import { STATUS, UsageError } from "./usage-error.ts";

/** RectifyCommand: the options of `jueming rectify`. */
export interface RectifyCommand {
  readonly ledger: string;
  readonly prior?: string;
  readonly date?: string;
  readonly format: "text" | "json" | "xlsx" | "html";
  readonly out?: string;
  readonly region?: string;
  readonly severity: Severity;
  readonly jobs?: number;
}

/** Makes or updates the ledger and prints it; the status is 2 when a file could not be read. */
export async function runRectify(paths: readonly string[], command: RectifyCommand): Promise<number> {
  const { ledger: path, prior, severity } = command;
  mustBeWritable(command);
  const date = command.date ?? today();
  const before = await readOrBeginLedger(path, date);
  const priorLedger = prior === undefined ? undefined : await readLedger(prior, date);
  for (const complaint of [...before.complaints, ...(priorLedger?.complaints ?? [])])
    tell(printable(complaint));
  const { results, failures } = await checkedResults(paths, command);
  const updated = updateLedger(before.ledger, {
    problems: results.flatMap((result) => checkedProblems(result, severity)),
    date,
    hasLookedFor: lookedFor(results, severity),
  });
  const ledger = priorLedger === undefined ? updated : findRecurrences(updated, priorLedger.ledger);
  await replaceFile(path, await ledgerBytes(ledger, path, date));
  await printed(ledger, { ...command, date });
  return failures > 0 ? STATUS.failed : STATUS.fine;
}

function mustBeWritable({ ledger, format, out }: RectifyCommand): void {
  if (!/\.(?:json|xlsx)$/iu.test(ledger)) throw new UsageError(`台账“${ledger}”应为 .xlsx 或 .json 文件。`);
  if (format === "xlsx" && out === undefined) throw new UsageError("输出 xlsx 必须用 --out 给出文件名。");
}

function today(): string {
  const now = new Date();
  const [month, day] = [now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0"));
  return `${now.getFullYear()}-${month}-${day}`;
}

async function checkedResults(
  paths: readonly string[],
  { region, jobs }: RectifyCommand,
): Promise<{ readonly results: readonly Judged[]; readonly failures: number }> {
  const setup: CheckSetup = {
    prior: [],
    budget: [],
    explanations: [],
    ...(region === undefined ? {} : { region }),
  };
  const inputs = await findInputs(paths);
  const progress = progressOf(inputs.length);
  const results: Judged[] = [];
  const members: GroupMember[] = [];
  let failures = 0;
  await checkAll(inputs, setup, {
    ...(jobs === undefined ? {} : { jobs }),
    onProgress: progress.advance,
    onResult: (result) => {
      if (isFailure(result)) {
        failures += 1;
        tellFailure(result);
        return;
      }
      results.push(result);
      members.push({ source: result.source, about: result.about, disclosure: result.disclosure });
    },
  });
  progress.stop();
  const units = unitGroups(members).flatMap((group) => checkUnit(group, setup) ?? []);
  return { results: [...results, ...units], failures };
}

async function printed(
  ledger: Ledger,
  { format, out, date, ledger: path }: RectifyCommand & { readonly date: string },
): Promise<void> {
  const text = { text: textOf, json: jsonOf, html: htmlLedger }[format === "xlsx" ? "text" : format];
  if (format === "xlsx" && out !== undefined)
    await writeWhole(out, await ledgerBytes(ledger, "台账.xlsx", date));
  else if (out !== undefined) await writeWhole(out, new TextEncoder().encode(text(ledger, date)));
  else await standardOutput().write(text(ledger, date));
  tell(`台账已更新：${printable(path)}`);
}

const jsonOf = (ledger: Ledger, date: string): string =>
  `${JSON.stringify(toLedgerJson(ledger, date), null, 2)}\n`;

const textOf = (ledger: Ledger, date: string): string =>
  textLedger(ledger, date, paintFor(process.stdout, process.env));
