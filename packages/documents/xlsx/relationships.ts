// Relationships of package parts: which part belongs to which, by id. External targets are never followed.

import type { PackageParts } from "./package-parts.ts";
import { readPart } from "./read-part.ts";
import { attributesOf } from "./xml-scanner.ts";

/** Relationship: a part that another refers to. */
export interface Relationship {
  readonly id: string;
  /** The last word of the type: "worksheet", "sharedStrings". */
  readonly kind: string;
  /** The part's name in the package. */
  readonly target: string;
}

/** The relationships of a part; "" is the package itself. A part without any has an empty list. */
export function relationshipsOf(parts: PackageParts, part: string): readonly Relationship[] {
  const slash = part.lastIndexOf("/") + 1;
  const folder = part.slice(0, slash);
  const name = `${folder}_rels/${part.slice(slash)}.rels`;
  if (!parts.has(name)) return [];
  const found: Relationship[] = [];
  readPart(parts, name, {
    open: (element, text) => {
      if (element !== "Relationship") return;
      const attributes = attributesOf(text);
      if (attributes.get("TargetMode") === "External") return;
      found.push({
        id: attributes.get("Id") ?? "",
        kind: (attributes.get("Type") ?? "").replace(/^.*\//u, ""),
        target: resolved(folder, attributes.get("Target") ?? ""),
      });
    },
  });
  return found;
}

/** A target as a part's name; ".." never leads out, since names are only looked up in the package. */
function resolved(folder: string, target: string): string {
  const path = target.startsWith("/") ? target : folder + target;
  const steps: string[] = [];
  for (const step of path.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "" && step !== ".") steps.push(step);
  }
  return steps.join("/");
}
