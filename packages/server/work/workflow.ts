// 流程: which step leads from which state to which, and which act it is (DESIGN §5). Data only: routes and lists follow it.

import type { Action } from "../contract/actions.ts";
import type { ReportState } from "../contract/report-states.ts";
import type { ReportStep } from "../contract/reports.ts";

/** Step: what it is as an act, where it may be done, and where it leads; null where it leaves the state. */
export interface Step {
  readonly act: Action;
  readonly to: ReportState | null;
}

type Steps = Readonly<Partial<Record<ReportStep, Step>>>;

const always: Steps = {
  comment: { act: "report.comment", to: null },
  download: { act: "report.download", to: null },
};

const review = (act: Action, next: ReportState): Steps => ({
  ...always,
  pass: { act, to: next },
  return: { act, to: "filling" },
  explain: { act: "report.explain", to: null },
});

/** The steps of each state. */
export const WORKFLOW: Readonly<Record<ReportState, Steps>> = {
  filling: {
    ...always,
    edit: { act: "report.edit", to: null },
    attach: { act: "report.attach", to: null },
    explain: { act: "report.explain", to: null },
    submit: { act: "report.submit", to: "unit-review" },
  },
  "unit-review": review("review.unit", "department-review"),
  "department-review": review("review.department", "finance-review"),
  "finance-review": review("review.finance", "secrecy-review"),
  "secrecy-review": review("review.secrecy", "ready"),
  ready: {
    ...always,
    publish: { act: "report.publish", to: "published" },
    return: { act: "report.publish", to: "filling" },
  },
  published: {
    ...always,
    withdraw: { act: "report.withdraw", to: "filling" },
    archive: { act: "report.archive", to: "archived" },
  },
  rectifying: {
    ...always,
    withdraw: { act: "report.withdraw", to: "filling" },
    archive: { act: "report.archive", to: "archived" },
  },
  archived: { download: { act: "report.download", to: null } },
};

/** How the ledger (整改台账) moves a report that is before the public: with entries still open, and with none left. */
export const RECTIFYING: Readonly<
  Partial<Record<ReportState, { readonly withOpen: ReportState; readonly withNone: ReportState }>>
> = {
  published: { withOpen: "rectifying", withNone: "published" },
  rectifying: { withOpen: "rectifying", withNone: "published" },
};

/** The states in which a review is made, in their order. */
export const REVIEW_STATES: readonly ReportState[] = [
  "unit-review",
  "department-review",
  "finance-review",
  "secrecy-review",
];

/** The day by which a state has to end, by its name in the task. */
export const DUE_OF: Readonly<
  Partial<Record<ReportState, "dueFilling" | "dueDepartment" | "dueFinance" | "duePublication">>
> = {
  filling: "dueFilling",
  "unit-review": "dueFilling",
  "department-review": "dueDepartment",
  "finance-review": "dueFinance",
  "secrecy-review": "duePublication",
  ready: "duePublication",
};

/** The states that wait for whoever may do one of these acts. */
export function statesWaitingFor(acts: (act: Action) => boolean): readonly ReportState[] {
  const moving: readonly ReportStep[] = ["submit", "pass", "publish"];
  // Reason: the keys of a constant object are exactly its type's keys.
  return (Object.keys(WORKFLOW) as ReportState[]).filter((state) =>
    moving.some((step) => {
      const one = WORKFLOW[state][step];
      return one !== undefined && acts(one.act);
    }),
  );
}
