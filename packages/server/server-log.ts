// The log of what the server does by itself: a line of JSON each on standard error, without personal data.

import type { Services } from "./services.ts";
import { loggedError } from "./http/logged-error.ts";
import type { Settings } from "./settings.ts";

type Log = Services["log"];

const write = (level: string) => (first: unknown, message?: string) => {
  process.stderr.write(`${JSON.stringify(lineOf(level, first, message))}\n`);
};

/** A log by the settings; errors and warnings are told even by a silent one. */
export function serverLog({ log }: Pick<Settings, "log">): Log {
  return {
    info: log === "silent" ? () => undefined : write("info"),
    warn: write("warn"),
    error: write("error"),
  };
}

function lineOf(level: string, first: unknown, message: string | undefined): object {
  const base = { level, time: new Date().toISOString() };
  if (typeof first === "string") return { ...base, message: first };
  const fields =
    first instanceof Error ? { err: first } : typeof first === "object" && first !== null ? first : {};
  const shown = Object.entries(fields).map(([name, value]) => [
    name,
    value instanceof Error ? loggedError(value) : value,
  ]);
  return { ...base, ...(message === undefined ? {} : { message }), ...Object.fromEntries(shown) };
}
