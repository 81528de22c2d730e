// 核实性说明 in the editor: what is kept for a finding, and what was said of the same thing a year before.

import type { FindingView } from "@jueming/server/contract/reports.ts";
import type { ToExplain } from "@jueming/server/contract/review.ts";
import { explanationList } from "@jueming/server/contract/review.ts";
import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";

import { ask, nothing, read } from "../../api/client.ts";
import type { Finding, OfferedExplanation } from "../../parts/findings-panel/finding.ts";

/** Explanations (核实性说明): how one is kept, and what is offered for a finding. */
export interface Explanations {
  readonly keep: (finding: Finding, text: string, from: string | null) => void;
  readonly offersFor: (finding: Finding) => readonly OfferedExplanation[];
  readonly error: Error | null;
}

const nameOf = ({ rule, subject }: Pick<ToExplain, "rule" | "subject">): string => `${rule} ${subject}`;

/** The explanations of a report; `onKept` is told when one was kept, which changes what counts as open. */
export function useExplanations(
  report: string,
  findings: readonly FindingView[],
  onKept: () => void,
): Explanations {
  const names = findings
    .filter(({ kind }) => kind === "explain")
    .map(nameOf)
    .toSorted();
  const { data } = useQuery({
    // Asked anew when there is another finding to explain, not with each keystroke.
    queryKey: ["explanations", report, names.join("|")],
    queryFn: ({ signal }) => read(explanationList, `/reports/${report}/explanations`, signal),
    enabled: names.length > 0,
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const keeping = useMutation({
    mutationFn: ({ finding, ...given }: { finding: Finding; text: string; from: string | null }) => {
      const { rule, subject, operands } = finding;
      const figures = operands.map(({ value }) => value);
      return ask(nothing, `/reports/${report}/explanations`, {
        method: "POST",
        body: { explanations: [{ rule, subject, figures, ...given }] },
      });
    },
    onSuccess: onKept,
  });
  return {
    keep: (finding, text, from) => keeping.mutate({ finding, text, from }),
    offersFor: (finding) => data?.findings.find((one) => nameOf(one) === nameOf(finding))?.offered ?? [],
    error: keeping.error,
  };
}
