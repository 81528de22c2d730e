// 从上年带入: what last year's report gives, cell by cell, each with a box. What is typed is never replaced unasked.

import type { EntryChange, EntryPlan } from "@jueming/server/contract/entry.ts";
import { lastYear } from "@jueming/server/contract/report-editing.ts";
import type { ReportView } from "@jueming/server/contract/reports.ts";
import { useQuery } from "@tanstack/react-query";
import { Modal } from "antd";
import type { ReactNode } from "react";

import { read } from "../../api/client.ts";
import { Loaded } from "../../parts/states.tsx";
import { ProposalList } from "./proposals/proposal-list.tsx";
import type { EditedReport } from "./saving/use-draft.ts";

/** LastYearDialog (从上年带入). */
export function LastYearDialog({
  report,
  plan,
  edited,
  onTake,
  onClose,
}: {
  readonly report: ReportView;
  readonly plan: EntryPlan;
  readonly edited: EditedReport;
  readonly onTake: (changes: readonly EntryChange[]) => void;
  readonly onClose: () => void;
}): ReactNode {
  const query = useQuery({
    queryKey: ["last-year-entries", report.ref, edited.live.revision],
    queryFn: ({ signal }) => read(lastYear, `/reports/${report.ref}/last-year`, signal),
    gcTime: 0,
  });
  return (
    <Modal open title="从上年带入" width={860} footer={null} onCancel={onClose}>
      <Loaded query={query}>
        {({ entries, source }) => (
          <ProposalList
            source={source}
            plan={plan}
            proposals={entries}
            entries={edited.draft.shown}
            onTake={(changes) => {
              onTake(changes);
              onClose();
            }}
          />
        )}
      </Loaded>
    </Modal>
  );
}
