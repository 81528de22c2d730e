// Before disclosures of several files are checked together, every place in them is given its source,
// so that a finding that rests on two files names both.

/** A copy of the value in which every `place` names its source. */
export function withSource<Value>(value: Value, source: string): Value {
  // The copy has the shape of the original, which a generic walk cannot say.
  return copy(value, source) as Value;
}

function copy(value: unknown, source: string): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => copy(item, source));
  // Units are compared by identity and hold no place.
  if (typeof value !== "object" || value === null || "dimension" in value) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]: [string, unknown]) => [
      name,
      name === "place" && typeof part === "object" ? { source, ...part } : copy(part, source),
    ]),
  );
}
