// Who reports: department and unit, their codes and names, told from every printed name of the
// document. Seals and scans garble names, so the name most often printed wins.

import type { OrganizationName } from "../../disclosure/disclosure.ts";
import type { Place } from "../../document/document.ts";
import { comparable } from "../../figures/normalize.ts";

/** PrintedName: an organisation's name as printed somewhere, with its role and code if any. */
export interface PrintedName {
  readonly role: "department" | "unit";
  readonly code: string | null;
  readonly name: string;
  readonly place: Place;
  /** How much the place where it stands is worth: heads of tables more than cells of forms. */
  readonly weight: number;
}

const CODED = /^\s*(\d{3}(?:\d{3}){0,3})\s*[-—–_\s]\s*(.+)$/su;

/** Splits "041001-某单位" into code and name. */
export function splitOrganization(text: string): OrganizationName {
  const squeezed = text.replace(/\s+/gu, " ").trim();
  const match = CODED.exec(squeezed);
  const name = (match?.[2] ?? squeezed).replace(/\s+/gu, "").replace(/[[［(（]部.{0,8}$/u, "");
  return { code: match?.[1] ?? null, name: name === "" ? null : name };
}

/** The organisation of a role: the name and the code that most weight speaks for. */
export function chooseOrganization(
  names: readonly PrintedName[],
  role: PrintedName["role"],
): OrganizationName {
  const own = names.filter((one) => one.role === role);
  return { code: heaviest(own, ({ code }) => code), name: heaviest(own, ({ name }) => name) };
}

function heaviest(names: readonly PrintedName[], pick: (one: PrintedName) => string | null): string | null {
  const weights = new Map<string, { printed: string; weight: number }>();
  for (const one of names) {
    const printed = pick(one);
    if (printed === null) continue;
    const key = comparable(printed);
    const known = weights.get(key);
    weights.set(key, { printed: known?.printed ?? printed, weight: (known?.weight ?? 0) + one.weight });
  }
  const ranked = [...weights.values()].toSorted((a, b) => b.weight - a.weight);
  return ranked[0]?.printed ?? null;
}
