import { editions } from "@jueming/core/regions/index.ts";
import { expect, test } from "vitest";

import { checkDisclosure } from "../check-disclosure.ts";
import { disclosureOfEntries } from "./disclosure-of-entries.ts";
import { entryForm } from "./entry-form.ts";
import { knownEntries } from "./known-entries.ts";

const kinds = ["final-accounts", "project-evaluations", "department-evaluation"] as const;

test.each(editions.flatMap((edition) => kinds.map((kind) => [edition.id, kind, edition] as const)))(
  "%s %s: a new report with what is known of it has no error",
  (_id, kind, edition) => {
    const form = entryForm(edition, kind);
    const entries = knownEntries(form, {
      unit: { code: "101001", name: "示例县档案馆", type: "institution" },
      department: { code: "101", name: "示例县档案局" },
      region: { code: edition.divisions[0]?.padEnd(6, "0") ?? null, name: "示例省示例县" },
      year: edition.fromYear,
    });
    expect(entries.fields["identity:unitName"]).toBe("示例县档案馆");
    const { disclosure, problems } = disclosureOfEntries(form, entries, "");
    expect(problems).toEqual([]);
    const { findings } = checkDisclosure(disclosure, { edition, prior: null, explanations: [] });
    expect(findings.map(({ code, message }) => `${code} ${message}`)).toEqual([]);
  },
);
