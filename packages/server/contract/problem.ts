// Errors as the interface tells them (RFC 9457 problem details); `detail` is Chinese and says what to do.

import { z } from "zod";

export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  /** English word by which programs tell problems apart. */
  code: z.string(),
  /** What was wrong where, for bad input. */
  faults: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
});
export type Problem = z.infer<typeof problem>;
