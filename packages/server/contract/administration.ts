// Units, people and yearly tasks, as an administrator keeps them.

import { z } from "zod";

import { reference } from "./reference.ts";
import { reportKind } from "./report-states.ts";
import { role } from "./roles.ts";

export const year = z.coerce.number().int().min(2000).max(2100);
export const unitKind = z.enum(["department", "unit"]);
export const unitType = z.enum(["administrative", "civil-service-like", "institution", "mixed"]);

/** A unit in a year. */
export const unitView = z.object({
  ref: z.string(),
  year: z.number().int(),
  code: z.string().nullable(),
  name: z.string(),
  kind: unitKind,
  type: unitType.nullable(),
  department: z.object({ ref: z.string(), name: z.string() }).nullable(),
  active: z.boolean(),
});
export type UnitView = z.infer<typeof unitView>;

/** A unit to be added or changed. */
export const unitDraft = z.object({
  region: z.string().regex(/^\d{6}$/u),
  year,
  name: z.string().trim().min(2).max(100),
  code: z.string().trim().max(40).nullable(),
  kind: unitKind,
  type: unitType.nullable(),
  department: reference.nullable(),
  active: z.boolean().default(true),
});
export type UnitDraft = z.infer<typeof unitDraft>;

/** A whole tree for a year, as pasted from a list: department by name. */
export const unitList = z.object({
  region: z.string().regex(/^\d{6}$/u),
  year,
  units: z
    .array(
      z.object({
        name: z.string().trim().min(2).max(100),
        code: z.string().trim().max(40).nullable(),
        type: unitType.nullable(),
        departmentName: z.string().trim().max(100).nullable(),
      }),
    )
    .min(1)
    .max(5_000),
});

export const listAdded = z.object({ added: z.number().int(), changed: z.number().int() });

/** Copies the tree of one year to another. */
export const carryTree = z.object({ region: z.string().regex(/^\d{6}$/u), from: year, to: year });
export const treeCarried = z.object({ units: z.number().int() });

/** The years that have a tree, newest first. */
export const treeYears = z.object({
  items: z.array(z.object({ year: z.number().int(), units: z.number().int() })),
});

export const grantDraft = z.object({
  role,
  scope: z.enum(["region", "department", "unit"]),
  unit: reference.nullable(),
});

export const accountView = z.object({
  ref: z.string(),
  login: z.string(),
  name: z.string(),
  disabled: z.boolean(),
  locked: z.boolean(),
  hasPassword: z.boolean(),
  sample: z.boolean(),
  grants: z.array(
    z.object({
      role,
      roleName: z.string(),
      scope: z.enum(["region", "department", "unit"]),
      unit: z.object({ ref: z.string(), name: z.string() }).nullable(),
    }),
  ),
});
export type AccountView = z.infer<typeof accountView>;

export const accountDraft = z.object({
  region: z.string().regex(/^\d{6}$/u),
  login: z
    .string()
    .trim()
    .min(2)
    .max(60)
    .regex(/^[\p{L}\p{N}._@-]+$/u),
  name: z.string().trim().min(1).max(60),
  grants: z.array(grantDraft).min(1).max(20),
});

export const accountChange = z.object({
  name: z.string().trim().min(1).max(60).optional(),
  disabled: z.boolean().optional(),
  grants: z.array(grantDraft).min(1).max(20).optional(),
});

/** A link by which a person sets a password; its secret is shown once. */
export const accountLink = z.object({ ref: z.string(), path: z.string() });

const day = z.iso.date();
export const taskDraft = z.object({
  region: z.string().regex(/^\d{6}$/u),
  year,
  kind: reportKind,
  title: z.string().trim().min(2).max(200),
  edition: z.string().max(60),
  dueFilling: day,
  dueDepartment: day,
  dueFinance: day,
  duePublication: day,
  note: z.string().max(2_000).default(""),
  /** Units that have to hand in; null for all of the year. */
  units: z.array(reference).max(5_000).nullable().default(null),
});
export type TaskDraft = z.infer<typeof taskDraft>;

/** What may change of a task once it is handed out; its units and form stay. */
export const taskChange = taskDraft
  .pick({ title: true, dueFilling: true, dueDepartment: true, dueFinance: true, duePublication: true })
  .extend({ note: z.string().max(2_000), closed: z.boolean() });
export type TaskChange = z.infer<typeof taskChange>;
export const taskAdded = z.object({ ref: reference, reports: z.number().int() });

export const taskView = z.object({
  ref: z.string(),
  region: z.string(),
  year: z.number().int(),
  kind: reportKind,
  title: z.string(),
  edition: z.string(),
  dueFilling: z.string(),
  dueDepartment: z.string(),
  dueFinance: z.string(),
  duePublication: z.string(),
  note: z.string(),
  closed: z.boolean(),
  /** Reports by state. */
  states: z.record(z.string(), z.number().int()),
});
export type TaskView = z.infer<typeof taskView>;
export const taskViews = z.object({ items: z.array(taskView) });

export const journalEntry = z.object({
  number: z.number().int(),
  at: z.iso.datetime(),
  account: z.string().nullable(),
  action: z.string(),
  actionName: z.string(),
  targetKind: z.string(),
  targetId: z.string().nullable(),
  detail: z.unknown(),
  seal: z.string(),
});
export type JournalEntry = z.infer<typeof journalEntry>;

/** Whether the chain of a journal is whole. */
export const journalVerdict = z.object({
  intact: z.boolean(),
  entries: z.number().int(),
  brokenAt: z.number().int().nullable(),
  lastSeal: z.string().nullable(),
});
export type JournalVerdict = z.infer<typeof journalVerdict>;
