// What the parts of the sample are known by while it is loaded.

import type { SampleReport } from "./sample-reports.ts";

/** SampleIds: ids of what was made, by the keys of the sample. */
export interface SampleIds {
  readonly units: ReadonlyMap<string, string>;
  readonly accounts: ReadonlyMap<string, string>;
  readonly tasks: ReadonlyMap<string, string>;
  readonly reports: Map<string, string>;
}

/** SampleClock: the moment so many days from now. */
export type SampleClock = (days: number) => Date;

/** The id of a key of the sample. */
export function idOf(ids: ReadonlyMap<string, string>, key: string): string {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`the sample has no ${key}`);
  return id;
}

/** The name of a task: one for each kind and year of which there are reports. */
export const taskKey = ({ year, kind }: Pick<SampleReport, "year" | "kind">): string => `${year} ${kind}`;
