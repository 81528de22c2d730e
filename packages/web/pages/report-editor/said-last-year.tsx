// 去年的说明: what was written at the same place last year, offered beside the field. Taken over by one click; as long as
// it stands there word for word, the field asks to be read anew.

import type { Entries, EntryChange } from "@jueming/server/contract/entry.ts";
import { lastYear } from "@jueming/server/contract/report-editing.ts";
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import type { ReactNode } from "react";
import { useMemo } from "react";

import { read } from "../../api/client.ts";
import { ApiProblem } from "../../api/problem.ts";
import type { Target } from "../../parts/entry-grid/targets.ts";
import { targetKey } from "../../parts/entry-grid/targets.ts";

/** SaidLastYear (去年的说明): texts by the key of their place. */
export interface SaidLastYear {
  readonly year: number;
  readonly texts: ReadonlyMap<string, string>;
}

const nothingSaid: SaidLastYear = { year: 0, texts: new Map() };

/** What last year's report said, for a sheet as it is opened; nothing where there was no report. */
export function useSaidLastYear(report: string, sheet: string): SaidLastYear {
  const { data } = useQuery({
    queryKey: ["last-year", report, sheet],
    queryFn: ({ signal }) =>
      read(lastYear, `/reports/${report}/last-year`, signal).catch((error: unknown) => {
        if (error instanceof ApiProblem && error.kind === "missing") return null;
        throw error;
      }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return useMemo(
    () =>
      data === undefined || data === null
        ? nothingSaid
        : {
            year: data.year,
            texts: new Map(data.said.map(({ spot, text }) => [targetKey(spot), text])),
          },
    [data],
  );
}

/** SaidLastYearNote (去年的说明): beside one field. */
export function SaidLastYearNote({
  said: { year, texts },
  target,
  now,
  isReadOnly,
  onTake,
}: {
  readonly said: SaidLastYear;
  readonly target: Target;
  /** What stands in the field. */
  readonly now: string;
  readonly isReadOnly: boolean;
  readonly onTake: (text: string) => void;
}): ReactNode {
  const text = texts.get(targetKey(target));
  if (text === undefined) return null;
  if (now.trim() === text.trim()) {
    return (
      <p className="mark-line mark-warning said-same">
        <span aria-hidden="true">▲</span> 与 {year} 年度的文字相同，请重新核对今年是否仍是如此。
      </p>
    );
  }
  if (isReadOnly) return null;
  return (
    <details className="said" open={now === ""}>
      <summary>{year} 年度的说明</summary>
      <p className="said-text">{text}</p>
      <Button size="small" onClick={() => onTake(text)}>
        {now === "" ? "沿用，再按今年的情况核对" : "改用去年的文字"}
      </Button>
    </details>
  );
}

/** The change that takes a text over. */
export function takeSaid(entries: Entries, target: Target, to: string): readonly EntryChange[] {
  return [{ ...target, from: textAt(entries, target), to }];
}

/** What stands at a place. */
export function textAt({ fields, lists }: Entries, target: Target): string {
  if (target.kind === "field") return fields[target.key] ?? "";
  return lists[target.list]?.find(({ id }) => id === target.row)?.cells[target.column] ?? "";
}
