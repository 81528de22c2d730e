// A database that is gone for a moment: it was killed, restarted, or is still recovering. What was under way was undone
// and may be tried again.

import { setTimeout as sleep } from "node:timers/promises";

import { sqlState } from "./database.ts";

/** 08… connection exceptions; 57P01–03 the server is stopping, has crashed, or does not accept connections yet. */
const LOST_STATES = /^(?:08...|57P0[123])$/u;
const LOST_CODES: ReadonlySet<string> = new Set(["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT"]);
/** What `pg` says of a connection that broke; it gives such errors no code. */
const LOST_MESSAGES =
  /^Connection terminated|^Client has encountered a connection error|^timeout exceeded when trying to connect/u;

/** Whether an error says that the database could not be reached or went away. */
export function isConnectionLost(error: unknown): boolean {
  if (LOST_STATES.test(sqlState(error))) return true;
  for (let one: unknown = error; one instanceof Error; one = one.cause) {
    if (one instanceof AggregateError) return one.errors.some(isConnectionLost);
    if ("code" in one && typeof one.code === "string" && LOST_CODES.has(one.code)) return true;
    if (LOST_MESSAGES.test(one.message)) return true;
  }
  return false;
}

const RECOVERY_MS = 60_000;
const PAUSE_MS = 100;

/** Does work that may be begun again, and begins it again while the database comes back. */
export async function throughRecovery<Result>(
  work: () => Promise<Result>,
  longestMs = RECOVERY_MS,
): Promise<Result> {
  for (const until = performance.now() + longestMs; ; await sleep(PAUSE_MS)) {
    try {
      return await work();
    } catch (error) {
      if (!isConnectionLost(error) || performance.now() > until) throw error;
    }
  }
}
