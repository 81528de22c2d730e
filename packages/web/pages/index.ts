// All pages of the workbench, one line each, in the order of the navigation.

import { administration } from "./administration/index.ts";
import { analysis } from "./analysis/index.ts";
import { bulkCheckFile } from "./bulk-check-file/index.ts";
import { bulkCheckResults } from "./bulk-check-results/index.ts";
import { bulkCheck } from "./bulk-check/index.ts";
import { forms } from "./forms/index.ts";
import { indicators } from "./indicators/index.ts";
import { myWork } from "./my-work/index.ts";
import type { Page } from "./page.ts";
import { partsShow } from "./parts-show/index.ts";
import { rectifications } from "./rectifications/index.ts";
import { reportEditor } from "./report-editor/index.ts";
import { reports } from "./reports/index.ts";
import { review, reviewReport } from "./review/index.ts";
import { rules } from "./rules/index.ts";
import { setUp } from "./set-up/index.ts";
import { signIn } from "./sign-in/index.ts";

export const pages: readonly Page[] = [
  myWork,
  reports,
  reportEditor,
  review,
  reviewReport,
  bulkCheck,
  bulkCheckResults,
  bulkCheckFile,
  analysis,
  rectifications,
  indicators,
  rules,
  forms,
  administration,
  signIn,
  setUp,
  // For looking at the parts while they are made; not in what is delivered.
  ...(import.meta.env.DEV ? [partsShow] : []),
];
