// What a finding asks of people, in its kind's and its verdict's words: a hint asks nothing.

import type { Finding } from "./finding.ts";

const DUE = { logic: "逻辑性，须更正", explain: "核实性，须说明" } as const;
const HINT = { logic: "逻辑性，仅供参考", explain: "核实性，仅供参考" } as const;

/** 须更正, 须说明 or, for a hint such as a 尾差, 仅供参考. */
export const dueOf = ({ kind, severity }: Pick<Finding, "kind" | "severity">): string =>
  severity === "hint" ? HINT[kind] : DUE[kind];
