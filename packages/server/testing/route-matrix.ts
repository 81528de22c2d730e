// Who may use which route, written by hand from the roles of the offices (not from contract/actions.ts, which it
// checks): each route of the interface is a line here, and a route without one fails the test of the matrix.

import { nationalEdition } from "@jueming/core/regions/index.ts";

import type { Role } from "../contract/roles.ts";

/** What a route is about: by it the test knows on whom it is tried. */
export type RouteScope =
  /** Nobody needs to be signed in. */
  | "public"
  /** One's own session. */
  | "signed-in"
  /** A list, which shows only what lies in the reader's scope. */
  | "list"
  /** A report, named in the address. */
  | "report"
  /** An entry of the ledger of rectification, named in the address. */
  | "entry"
  /** A unit, named in what is sent. */
  | "unit"
  /** A report, named in what is sent or asked. */
  | "named-report"
  /** A region as a whole, named in the address or in what is sent. */
  | "region"
  /** Tried by role alone: what belongs to one person, and what has tests of its scope beside its routes. */
  | "own";

/** RouteLine: the scope, who may, and what is sent. */
export interface RouteLine {
  readonly scope: RouteScope;
  readonly roles: readonly Role[];
  readonly body?: object;
}

const reviewers = [
  "unit-reviewer",
  "unit-head",
  "department-reviewer",
  "finance-reviewer",
  "performance-reviewer",
  "secrecy-reviewer",
] as const satisfies readonly Role[];
/** Everybody but the administrator, who keeps people and units and sees no report. */
const readers: readonly Role[] = ["filler", ...reviewers, "publisher", "third-party"];
const talkers: readonly Role[] = ["filler", ...reviewers, "third-party"];
const administrator: readonly Role[] = ["administrator"];
const bulk: readonly Role[] = [
  "filler",
  "unit-reviewer",
  "department-reviewer",
  "finance-reviewer",
  "performance-reviewer",
  "third-party",
];

const free: RouteLine = { scope: "public", roles: [] };
const own: RouteLine = { scope: "signed-in", roles: [] };
const list = (roles: readonly Role[], body?: object): RouteLine => ({
  scope: "list",
  roles,
  ...(body === undefined ? {} : { body }),
});
const report = (roles: readonly Role[], body?: object): RouteLine => ({
  scope: "report",
  roles,
  ...(body === undefined ? {} : { body }),
});
const region = (roles: readonly Role[], body?: object): RouteLine => ({
  scope: "region",
  roles,
  ...(body === undefined ? {} : { body }),
});
const about =
  (scope: RouteLine["scope"]) =>
  (roles: readonly Role[], body: object = {}): RouteLine => ({ scope, roles, body });
const ledger: readonly Role[] = [
  "filler",
  "unit-reviewer",
  "unit-head",
  "department-reviewer",
  "finance-reviewer",
  "performance-reviewer",
  "third-party",
];
const raisers: readonly Role[] = ["department-reviewer", "finance-reviewer", "performance-reviewer"];
const analysts: readonly Role[] = [...raisers, "third-party"];
const owned: RouteLine = { scope: "own", roles: bulk };

const finding = { rule: "none", subject: "无", figures: [], text: "说明" };
const unit = { year: 2024, name: "示例新单位", code: null, kind: "department", type: null, department: null };
const days = {
  dueFilling: "2025-09-05",
  dueDepartment: "2025-09-10",
  dueFinance: "2025-09-20",
  duePublication: "2025-10-10",
};
const account = {
  login: "somebody",
  name: "某人",
  grants: [{ role: "filler", scope: "region", unit: null }],
};

/** The lines by method and address. */
export const ROUTE_MATRIX: Readonly<Record<string, RouteLine>> = {
  "GET /session": own,
  "GET /session/options": free,
  "POST /session": free,
  "POST /session/sample": free,
  "DELETE /session": own,
  "POST /one-time-link": free,
  "POST /set-up": free,
  "POST /password/by-link": free,
  "POST /password": own,
  "GET /editions": own,
  "GET /editions/forms": own,
  "GET /editions/forms/example": own,
  "GET /editions/forms/differences": own,
  "GET /editions/forms/file": own,
  // Followed by whoever asked for the work; to others it is not there (jobs.test.ts).
  "GET /jobs/:ref": own,
  "GET /jobs/:ref/events": own,
  "GET /units": list(readers),
  "GET /administration/units": list(administrator),
  "GET /administration/units/years": list(administrator),
  "POST /administration/units": region(administrator, unit),
  "PUT /administration/units/:ref": region(administrator, unit),
  "POST /administration/units/list": region(administrator, {
    year: 2024,
    units: [{ name: "示例单位", code: null, type: null, departmentName: null }],
  }),
  "POST /administration/units/carry": region(administrator, { from: 2024, to: 2030 }),
  "GET /administration/accounts": list(administrator),
  "POST /administration/accounts": region(administrator, account),
  "PATCH /administration/accounts/:ref": region(administrator, { name: "某人" }),
  "POST /administration/accounts/:ref/reset": region(administrator),
  "GET /administration/tasks": list(["finance-reviewer", "administrator"]),
  "POST /administration/tasks": region(["finance-reviewer", "administrator"], {
    year: 2031,
    kind: "final-accounts",
    title: "年度任务",
    edition: nationalEdition.id,
    ...days,
  }),
  "PUT /administration/tasks/:ref": region(["finance-reviewer", "administrator"], {
    title: "年度任务",
    note: "",
    closed: false,
    ...days,
  }),
  // Of every region at once, so that it is nobody's where there are regions of several administrators (backup.test.ts).
  "GET /administration/backup": { scope: "own", roles: [] },
  // Likewise (sample.test.ts); what is not one's to remove looks as if it were not there.
  "GET /administration/sample": list(administrator),
  "POST /administration/sample/removal": { scope: "own", roles: [], body: { withAdditions: false } },
  "GET /administration/journal/:region": region(administrator),
  "GET /administration/journal/:region/verdict": region(administrator),
  "GET /reports": list(readers),
  "GET /reports/counts": list(readers),
  "GET /reviews/queue": list(readers),
  "GET /reviews/stages": list(readers),
  "GET /my-work": list(readers),
  "POST /reviews": list(readers, {
    reports: ["431299.00000000-0000-7000-8000-000000000000"],
    decision: "returned",
    opinion: "请修改",
  }),
  "GET /reports/:ref": report(readers),
  "POST /reports/:ref/submission": report(["filler"], { revision: 0 }),
  // Whoever reads may ask; which stage they may decide is a matrix of its own.
  "POST /reports/:ref/reviews": report(readers, { revision: 0, decision: "passed", opinion: "" }),
  "POST /reports/:ref/publication": report(["publisher"], { revision: 0 }),
  "POST /reports/:ref/withdrawal": report(["publisher"], { revision: 0, reason: "有误" }),
  "POST /reports/:ref/archive": report(["publisher", "finance-reviewer"], { revision: 0 }),
  "GET /reports/:ref/entries": report(readers),
  "PATCH /reports/:ref/entries": report(["filler"], {
    changes: [{ kind: "field", key: "identity:unitName", from: "", to: "" }],
  }),
  "GET /reports/:ref/files/:format": report(readers),
  "GET /reports/:ref/versions/:version": report(readers),
  "GET /reports/:ref/versions/:version/findings": report(readers),
  "GET /reports/:ref/differences": report(readers),
  "GET /reports/:ref/standing": report(readers),
  "GET /reports/:ref/scores": report(readers),
  "GET /reports/:ref/projects/:row/advice": report(readers),
  "GET /reports/:ref/progress": report(readers),
  "GET /reports/:ref/last-year": report(readers),
  "GET /reports/:ref/workbook": report(readers),
  "GET /reports/:ref/comments": report(readers),
  "POST /reports/:ref/comments": report(talkers, { text: "批注" }),
  "POST /reports/:ref/comments/:comment/resolution": report(talkers),
  "GET /reports/:ref/explanations": report(readers),
  "POST /reports/:ref/explanations": report(["filler", "unit-reviewer"], { explanations: [finding] }),
  "DELETE /reports/:ref/explanations/:explanation": report(["filler", "unit-reviewer"]),
  "GET /reports/:ref/evidence": report(readers),
  "POST /reports/:ref/evidence": report(["filler"]),
  "GET /reports/:ref/evidence/:evidence/content": report(readers),
  "DELETE /reports/:ref/evidence/:evidence": report(["filler"]),
  "POST /reports/:ref/imports": report(["filler"]),
  "GET /reports/:ref/sources/:file/pages/:page": report(readers),
  "GET /rectifications": list(ledger),
  "GET /rectifications/counts": list(ledger),
  "GET /rectifications/file": list(ledger),
  "GET /rectifications/:ref": about("entry")(ledger),
  // Whoever reads may ask; filling in is for the unit, and verifying is tried beside the routes.
  "PATCH /rectifications/:ref": about("entry")(["filler", "unit-reviewer"], {
    revision: 0,
    fields: { measure: "措施" },
  }),
  "POST /rectifications/:ref/files": about("entry")(["filler", "unit-reviewer"]),
  "GET /rectifications/:ref/files/:file/content": about("entry")(ledger),
  "DELETE /rectifications/:ref/files/:file": about("entry")(["filler", "unit-reviewer"]),
  "POST /rectifications": about("unit")(raisers, { year: 2024, origin: "审计", problem: "问题" }),
  "GET /rectifications/intake": about("named-report")(raisers),
  "POST /rectifications/intake": about("named-report")(raisers),
  "GET /analysis": list(analysts),
  "GET /analysis/evaluations": list(analysts),
  "GET /analysis/changes": list(analysts),
  "GET /analysis/three-public": list(analysts),
  "GET /analysis/signals": list(analysts),
  "GET /analysis/signals/:signal/members": list(analysts),
  "GET /analysis/:list/file": list(analysts),
  "GET /rules": own,
  "GET /indicators": own,
  "GET /indicators/suggestions": own,
  "GET /indicators/entries/:id": own,
  "GET /indicators/review": about("named-report")(readers),
  "GET /bulk-checks": { scope: "list", roles: bulk },
  "POST /bulk-checks": owned,
  "GET /bulk-checks/:ref": owned,
  "POST /bulk-checks/:ref/files": owned,
  "POST /bulk-checks/:ref/start": owned,
  "POST /bulk-checks/:ref/cancellation": owned,
  "DELETE /bulk-checks/:ref": owned,
  "GET /bulk-checks/:ref/files/:position": owned,
  "GET /bulk-checks/:ref/files/:position/document": owned,
  "GET /bulk-checks/:ref/files/:position/original": owned,
  "GET /bulk-checks/:ref/reports/:format": owned,
  "GET /bulk-checks/:ref/events": owned,
  // Open data, for everybody; what they tell is in routes/public-interface.test.ts.
  "OPTIONS /public/*": free,
  "GET /public/regions": free,
  "GET /public/units": free,
  "GET /public/publications": free,
  "GET /public/publications/:report": free,
  "GET /public/figures": free,
  "GET /public/evaluations": free,
  "GET /public/evaluations/:unit/:number": free,
  "GET /public/dictionary": free,
};

/** Who decides at which stage. */
export const STAGE_MATRIX = {
  "unit-review": ["unit-reviewer", "unit-head"],
  "department-review": ["department-reviewer"],
  "finance-review": ["finance-reviewer", "performance-reviewer"],
  "secrecy-review": ["secrecy-reviewer"],
  ready: ["publisher"],
} as const satisfies Readonly<Record<string, readonly Role[]>>;
