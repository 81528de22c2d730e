// The parts of core that reading and checking compose, loaded when first needed, so that commands that
// read no document start fast.

import type { CheckRule, UnitRule } from "@jueming/core/checks/rule.ts";
import type { Disclosure } from "@jueming/core/disclosure/disclosure.ts";
import type { Document } from "@jueming/core/document/document.ts";
import type { Edition } from "@jueming/core/regions/edition.ts";

/** Engine: what reading and checking need of core. */
export interface Engine {
  readonly recognize: (document: Document, options: { readonly region?: string }) => Disclosure;
  readonly checkRules: readonly CheckRule[];
  readonly unitRules: readonly UnitRule[];
  readonly editions: readonly Edition[];
  readonly editionOf: (disclosure: Disclosure) => Edition;
}

const parts = {
  recognition: "@jueming/core/recognize/recognize.ts",
  rules: "@jueming/core/checks/rules/index.ts",
};

let engine: Promise<Engine> | undefined;

/** The engine, loaded once. */
export function loadEngine(): Promise<Engine> {
  engine ??= load();
  return engine;
}

async function load(): Promise<Engine> {
  const [recognition, rules, regions] = await Promise.all([
    import(parts.recognition),
    import(parts.rules),
    import("@jueming/core/regions/index.ts"),
  ]);
  return {
    recognize: recognition.recognize,
    checkRules: rules.checkRules,
    unitRules: rules.unitRules,
    editions: regions.editions,
    editionOf: ({ region }) => regions.findEdition(region.edition) ?? regions.nationalEdition,
  };
}
