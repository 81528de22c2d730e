// Writes the official files of publications that have none yet.

import { z } from "zod";

import { completeOnePublication } from "../work/complete-publications.ts";
import type { Queue } from "./queue.ts";

/** 补写公开文件 */
export const completePublications: Queue<Record<string, never>> = {
  name: "complete-publications",
  data: z.record(z.string(), z.never()),
  retries: 3,
  run: async ({ services, signal, progress }) => {
    for (let done = 0; !signal.aborted; done += 1) {
      if (!(await completeOnePublication(services))) return;
      await progress(done + 1, 0);
    }
  },
};
