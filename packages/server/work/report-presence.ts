// 同时在编: who has a report open. Kept in memory, for a notice only: nothing depends on it, and a restart forgets it.
// Of several servers each knows those who ask it.

/** After this time without a sign of life a person counts as gone. */
const PATIENCE_MS = 20_000;
const MOST_REPORTS = 5_000;

interface Present {
  readonly name: string;
  readonly seenAt: number;
}

const present = new Map<string, Map<string, Present>>();

/** Notes that a person has a report open; gives the names of the others who have. */
export function notePresence(
  reportId: string,
  { accountId, name }: { readonly accountId: string; readonly name: string },
  now: Date,
): readonly string[] {
  const at = now.getTime();
  const people = present.get(reportId) ?? new Map<string, Present>();
  people.set(accountId, { name, seenAt: at });
  for (const [id, { seenAt }] of people) if (at - seenAt > PATIENCE_MS) people.delete(id);
  // Last used last, so that the first is the one to forget.
  present.delete(reportId);
  present.set(reportId, people);
  const [oldest] = present.keys();
  if (present.size > MOST_REPORTS && oldest !== undefined) present.delete(oldest);
  return [...people].flatMap(([id, one]) => (id === accountId ? [] : [one.name]));
}
