// Choosing a report, found by name or initials of its unit.

import { pageOf } from "@jueming/server/contract/page.ts";
import type { ReportState } from "@jueming/server/contract/report-states.ts";
import type { ReportLine } from "@jueming/server/contract/reports.ts";
import { reportLine } from "@jueming/server/contract/reports.ts";
import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import type { ReactNode } from "react";
import { useState } from "react";

import { read } from "../../api/client.ts";
import { withWords } from "../../api/lists.ts";

const page = pageOf(reportLine);

/** The states whose reports are before the public. */
export const PUBLIC_STATES: readonly ReportState[] = ["published", "rectifying"];

const labelOf = ({ unit, year, kindName }: ReportLine): string => `${unit.name} ${year}年度${kindName}`;

/** ReportPicker (选择报告): of all that the reader sees, or of those in some states. */
export function ReportPicker({
  id,
  states = [],
  value,
  onChange,
}: {
  readonly id: string;
  readonly states?: readonly ReportState[];
  readonly value: string | null;
  readonly onChange: (ref: string | null) => void;
}): ReactNode {
  const [typed, setTyped] = useState("");
  const { data = [], isPending } = useQuery({
    queryKey: ["reports to choose", states, typed],
    queryFn: async ({ signal }) => {
      const pages = await Promise.all(
        (states.length === 0 ? [undefined] : states).map((state) =>
          read(page, withWords("/reports", { state, search: typed, sort: "updated", limit: 50 }), signal),
        ),
      );
      return pages.flatMap(({ items }) => items);
    },
    placeholderData: (before) => before,
  });
  return (
    <Select<string>
      id={id}
      style={{ width: "100%" }}
      allowClear
      loading={isPending}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      placeholder="按单位名称或拼音首字母查找"
      notFoundContent="没有这样的报告"
      value={value}
      options={data.map((one) => ({ value: one.ref, label: labelOf(one) }))}
      onChange={(ref: string | undefined) => onChange(ref ?? null)}
    />
  );
}
