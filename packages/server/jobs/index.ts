// All queues, one line each.

import { checkBulk } from "./check-bulk.ts";
import { completePublications } from "./complete-publications.ts";
import type { AnyQueue } from "./queue.ts";
import { asAnyQueue } from "./queue.ts";

export const queues: readonly AnyQueue[] = [asAnyQueue(checkBulk), asAnyQueue(completePublications)];
