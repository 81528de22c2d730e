// Loads the sample into a database in which nobody works yet: the tree, the desks, the tasks, and every report as far as
// it is to have come. All of it is one transaction, so that a first start that was cut off begins anew.

import { ENTRY_STATES } from "@jueming/core/rectification/entry-states.ts";

import type { Queries } from "../database/database.ts";
import { newId } from "../identifiers.ts";
import type { Services } from "../services.ts";
import { enterInJournal } from "../store/journal.ts";
import { account, rectification, region, roleGrant, task, unit, unitYear } from "../store/schema/index.ts";
import { pinyinOf } from "../work/pinyin-of.ts";
import { loadReport } from "./load-report.ts";
import { sampleEntries } from "./sample-entries.ts";
import type { SampleClock, SampleIds } from "./sample-ids.ts";
import { idOf, taskKey } from "./sample-ids.ts";
import type { SampleReport } from "./sample-reports.ts";
import { PRESENT_DUE_DAYS, SAMPLE_RECTIFICATIONS, SAMPLE_REPORTS } from "./sample-reports.ts";
import {
  SAMPLE_DESKS,
  SAMPLE_EDITION,
  SAMPLE_REGION,
  SAMPLE_REGION_FULL_NAME,
  SAMPLE_REGION_NAME,
  SAMPLE_UNITS,
  SAMPLE_YEARS,
} from "./sample-tree.ts";

const DAY_MS = 86_400_000;

/** Loads the sample where there is neither a region nor an account; true when it did. */
export async function loadSample({ database, now }: Services): Promise<boolean> {
  // Asked before the sample is made, which takes a second; asked again where it counts.
  if (!(await isEmpty(database))) return false;
  const entriesOfSample = await sampleEntries();
  const today = now();
  const clock: SampleClock = (days) => new Date(today.getTime() + days * DAY_MS);
  return database.inTransaction(async (queries) => {
    if (!(await isEmpty(queries))) return false;
    const ids = await loadTree(queries, clock);
    for (const report of SAMPLE_REPORTS) {
      await loadReport(queries, { report, entries: entriesOfSample(report), ids, clock });
    }
    await loadRectifications(queries, { ids, clock });
    await enterInJournal(queries, {
      shardRegion: SAMPLE_REGION,
      at: today,
      accountId: null,
      action: "sample-loaded",
      target: { kind: "region", id: SAMPLE_REGION },
      detail: { units: SAMPLE_UNITS.length, reports: SAMPLE_REPORTS.length },
    });
    return true;
  });
}

async function isEmpty(queries: Queries): Promise<boolean> {
  const regions = await queries.select({ code: region.code }).from(region).limit(1);
  const accounts = await queries.select({ id: account.id }).from(account).limit(1);
  return regions.length === 0 && accounts.length === 0;
}

/** The county, its units in every year, the desks and the tasks. */
async function loadTree(queries: Queries, clock: SampleClock): Promise<SampleIds> {
  const shardRegion = SAMPLE_REGION;
  const units = new Map(SAMPLE_UNITS.map(({ key }) => [key, newId()]));
  await queries.insert(region).values({
    shardRegion,
    code: SAMPLE_REGION,
    name: SAMPLE_REGION_NAME,
    fullName: SAMPLE_REGION_FULL_NAME,
    sample: true,
  });
  await queries.insert(unit).values([...units.values()].map((id) => ({ shardRegion, id })));
  await queries.insert(unitYear).values(SAMPLE_YEARS.flatMap((year) => unitsOf(units, year)));
  return {
    units,
    accounts: await loadDesks(queries, units),
    tasks: await loadTasks(queries, clock),
    reports: new Map(),
  };
}

const unitsOf = (units: ReadonlyMap<string, string>, year: number): (typeof unitYear.$inferInsert)[] =>
  SAMPLE_UNITS.map(({ key, name, code, type, department }) => ({
    shardRegion: SAMPLE_REGION,
    unitId: idOf(units, key),
    year,
    code,
    name,
    kind: department === null ? "department" : "unit",
    type,
    departmentId: department === null ? null : idOf(units, department),
    ...pinyinOf(name),
  }));

/** The desks have no password: they are opened by a click, on the machine itself. */
async function loadDesks(
  queries: Queries,
  units: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, string>> {
  const shardRegion = SAMPLE_REGION;
  const ids = new Map<string, string>();
  for (const { login, name, role, scope, units: keys } of SAMPLE_DESKS) {
    const id = newId();
    ids.set(role, id);
    await queries.insert(account).values({ shardRegion, id, login, name, sample: true });
    const over = scope === "region" ? [null] : keys.map((key) => idOf(units, key));
    await queries
      .insert(roleGrant)
      .values(over.map((unitId) => ({ shardRegion, id: newId(), accountId: id, role, scope, unitId })));
  }
  return ids;
}

const TITLES: Readonly<Record<SampleReport["kind"], string>> = {
  "final-accounts": "年度部门决算公开",
  "project-evaluations": "年度项目支出绩效自评",
  "department-evaluation": "年度部门整体支出绩效自评",
};

async function loadTasks(queries: Queries, clock: SampleClock): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>();
  const kinds = new Map(SAMPLE_REPORTS.map((one) => [taskKey(one), one]));
  for (const [key, { year, kind }] of kinds) {
    const id = newId();
    const yearsAgo = (SAMPLE_YEARS.at(-1) ?? year) - year;
    const day = (days: number): string =>
      clock(days - 365 * yearsAgo)
        .toISOString()
        .slice(0, 10);
    await queries.insert(task).values({
      shardRegion: SAMPLE_REGION,
      id,
      year,
      kind,
      title: `${year}${TITLES[kind]}`,
      edition: SAMPLE_EDITION,
      dueFilling: day(PRESENT_DUE_DAYS.dueFilling),
      dueDepartment: day(PRESENT_DUE_DAYS.dueDepartment),
      dueFinance: day(PRESENT_DUE_DAYS.dueFinance),
      duePublication: day(PRESENT_DUE_DAYS.duePublication),
      note: yearsAgo === 0 ? "请在截止日期前完成填报并送审；有核实性提示的，请逐条说明。" : "",
      closed: yearsAgo > 0,
      createdAt: clock(-30 - 365 * yearsAgo),
    });
    ids.set(key, id);
  }
  return ids;
}

interface Ledger {
  readonly ids: SampleIds;
  readonly clock: SampleClock;
}

/** An event of the ledger's history. */
const moved = (at: Date, from: string, to: string) => ({
  date: at.toISOString().slice(0, 10),
  what: "state" as const,
  field: null,
  from,
  to,
});

async function loadRectifications(queries: Queries, { ids, clock }: Ledger): Promise<void> {
  await queries.insert(rectification).values(
    SAMPLE_RECTIFICATIONS.map(({ unit: key, dueDays, ...one }, index) => ({
      ...one,
      shardRegion: SAMPLE_REGION,
      id: newId(),
      unitId: idOf(ids.units, key),
      reportId: ids.reports.get(`${key} ${one.year} final-accounts`) ?? null,
      due: dueDays === null ? null : clock(dueDays).toISOString().slice(0, 10),
      number: index + 1,
      history: [
        { ...moved(clock(-70), "", ""), what: "created" as const, by: "sample-performance-reviewer" },
        ...(one.state === "open"
          ? []
          : [{ ...moved(clock(-30), ENTRY_STATES.open, ENTRY_STATES[one.state]), by: "sample-filler" }]),
      ],
      createdAt: clock(-70),
    })),
  );
}
