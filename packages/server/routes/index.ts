// All routes of the interface, one line a thing.

import { accountRoutes } from "./accounts.ts";
import { analysisFileRoutes } from "./analysis-files.ts";
import { analysisRoutes } from "./analysis.ts";
import { commentRoutes } from "./comments.ts";
import { editionRoutes } from "./editions.ts";
import { evidenceRoutes } from "./evidence.ts";
import { backupRoutes } from "./backup.ts";
import { bulkCheckRoutes } from "./bulk-checks.ts";
import { jobRoutes } from "./jobs.ts";
import { journalRoutes } from "./journal.ts";
import type { Routes } from "./routes.ts";
import { publicInterfaceRoutes } from "./public-interface.ts";
import { rectificationFileRoutes } from "./rectification-files.ts";
import { rectificationRoutes } from "./rectifications.ts";
import { referenceWorkRoutes } from "./reference-works.ts";
import { reportEditorRoutes } from "./report-editor.ts";
import { reportEditingRoutes } from "./report-editing.ts";
import { reportRoutes } from "./reports.ts";
import { reviewQueueRoutes } from "./review-queue.ts";
import { sampleRoutes } from "./sample.ts";
import { sessionRoutes } from "./session.ts";
import { taskRoutes } from "./tasks.ts";
import { unitRoutes } from "./units.ts";

export const routes: readonly Routes[] = [
  sessionRoutes,
  unitRoutes,
  accountRoutes,
  taskRoutes,
  journalRoutes,
  editionRoutes,
  rectificationRoutes,
  rectificationFileRoutes,
  analysisRoutes,
  analysisFileRoutes,
  referenceWorkRoutes,
  jobRoutes,
  backupRoutes,
  sampleRoutes,
  reportRoutes,
  reportEditorRoutes,
  commentRoutes,
  evidenceRoutes,
  reviewQueueRoutes,
  reportEditingRoutes,
  bulkCheckRoutes,
  publicInterfaceRoutes,
];
