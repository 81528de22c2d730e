// The lists behind the signals as CSV, one member to a line.

import type { SignalsReport } from "@jueming/core/signals/find-signals.ts";
import type { Signal, SignalGroup, SignalMember } from "@jueming/core/signals/signal.ts";

import { BYTE_ORDER_MARK, csvLine } from "../csv-line.ts";
import { placeText } from "../wording.ts";
import { figuresText } from "./signal-wording.ts";

interface MemberRow {
  readonly signal: Signal;
  readonly group: SignalGroup;
  readonly member: SignalMember;
}

const COLUMNS: readonly { readonly name: string; readonly text: (row: MemberRow) => string }[] = [
  { name: "信号代号", text: ({ signal }) => signal.id },
  { name: "信号", text: ({ signal }) => signal.title },
  { name: "归集", text: ({ group }) => group.name },
  { name: "强度", text: ({ group }) => String(group.strength) },
  { name: "命中", text: ({ group }) => String(group.shown) },
  { name: "已判断", text: ({ group }) => String(group.judged) },
  { name: "单位", text: ({ member }) => member.unit },
  { name: "年度", text: ({ member }) => String(member.year ?? "") },
  { name: "项目", text: ({ member }) => member.project },
  { name: "指标或文字", text: ({ member }) => member.subject ?? "" },
  { name: "数据", text: ({ member }) => figuresText(member) },
  { name: "共同文字", text: ({ group }) => group.passage ?? "" },
  { name: "来源", text: ({ member }) => member.source },
  { name: "位置", text: ({ member }) => placeText(member.place, member.source) },
];

/** All members of all groups of all signals, in pieces as they are made. */
export function* signalsCsv(report: SignalsReport): Iterable<string> {
  yield BYTE_ORDER_MARK + csvLine(COLUMNS.map(({ name }) => name));
  for (const signal of report.signals) {
    for (const group of signal.groups) {
      for (const member of group.members)
        yield csvLine(COLUMNS.map(({ text }) => text({ signal, group, member })));
    }
  }
}
