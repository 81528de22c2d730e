// What an administrator sees of the sample data, and what removing it takes.

import { z } from "zod";

/** Something that people have put into the sample while they tried the product: what, how many, the first of them. */
export const sampleAddition = z.object({
  name: z.string(),
  count: z.number().int(),
  examples: z.array(z.string()),
});
export type SampleAddition = z.infer<typeof sampleAddition>;

/** What the sample holds; null where there is none, and for those who may not remove it. */
export const sampleView = z.object({
  sample: z
    .object({
      name: z.string(),
      units: z.number().int(),
      reports: z.number().int(),
      additions: z.array(sampleAddition),
      /** True while no office works beside it: then nobody would be left to go on. */
      isAlone: z.boolean(),
    })
    .nullable(),
});
export type SampleView = z.infer<typeof sampleView>["sample"];

/** Removal; with what was added to the sample only where that is said. */
export const sampleRemoval = z.object({ withAdditions: z.boolean() });

export const sampleRemoved = z.object({
  name: z.string(),
  units: z.number().int(),
  reports: z.number().int(),
  rows: z.number().int(),
});
export type SampleRemoved = z.infer<typeof sampleRemoved>;
