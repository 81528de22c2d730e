// Long work as people follow it.

import { z } from "zod";

export const JOB_STATES = ["queued", "running", "done", "failed"] as const;

/** A job: how far it is, and in the end whether it was done. */
export const jobView = z.object({
  ref: z.string(),
  state: z.enum(JOB_STATES),
  done: z.number().int(),
  /** 0 while nobody knows how much there is to do. */
  total: z.number().int(),
  note: z.string(),
  error: z.string().nullable(),
});
export type JobView = z.infer<typeof jobView>;
