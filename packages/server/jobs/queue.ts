// What a queue of long work is: the data of its jobs and what is done with them.

import type { z } from "zod";

import type { Key } from "../contract/reference.ts";
import type { Services } from "../services.ts";

/** JobContext: a job being done. It may be done twice, when a server dies in its middle: each step must bear that. */
export interface JobContext<Data> {
  readonly data: Data;
  readonly key: Key;
  /** Who asked for it; null for the program itself. */
  readonly accountId: string | null;
  readonly services: Services;
  /** Stops when the server does; what has been done by then is not done again. */
  readonly signal: AbortSignal;
  /** Tells how far it is; kept, so that everybody sees it. */
  readonly progress: (done: number, total: number, note?: string) => Promise<void>;
}

/** Queue: one kind of long work. */
export interface Queue<Data extends object = object> {
  readonly name: string;
  readonly data: z.ZodType<Data>;
  /** Tries after the first one. */
  readonly retries: number;
  readonly run: (context: JobContext<Data>) => Promise<void>;
  /** What is set right when all tries are used up, so that nobody waits for ever. */
  readonly giveUp?: (context: Pick<JobContext<Data>, "data" | "key" | "services">) => Promise<void>;
}

/** AnyQueue: a queue with its data checked where it is taken out. */
export interface AnyQueue {
  readonly name: string;
  readonly retries: number;
  readonly run: (context: JobContext<unknown>) => Promise<void>;
  readonly giveUp: (context: Pick<JobContext<unknown>, "data" | "key" | "services">) => Promise<void>;
}

/** A queue for the list of all queues. */
export function asAnyQueue<Data extends object>(queue: Queue<Data>): AnyQueue {
  const { name, retries, data } = queue;
  return {
    name,
    retries,
    run: (context) => queue.run({ ...context, data: data.parse(context.data) }),
    giveUp: async (context) => queue.giveUp?.({ ...context, data: data.parse(context.data) }),
  };
}
