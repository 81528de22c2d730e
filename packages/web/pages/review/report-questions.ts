// What the desk of a reviewer asks of one report, and what it sends.

import { editorView, reportView } from "@jueming/server/contract/reports.ts";
import { differenceList, evidenceList, explanationList } from "@jueming/server/contract/review.ts";
import { useQuery } from "@tanstack/react-query";

import { ask, nothing, read } from "../../api/client.ts";
import { ApiProblem } from "../../api/problem.ts";
import type { Sending } from "../../parts/comments/comment-questions.ts";
import { keyOf, useComments, useSending } from "../../parts/comments/comment-questions.ts";
import type { Decision } from "./decision-dialog.tsx";

const useReport = (ref: string) =>
  useQuery({
    queryKey: keyOf(ref, "report"),
    queryFn: ({ signal }) => read(reportView, `/reports/${ref}`, signal),
  });
const useEntries = (ref: string) =>
  useQuery({
    queryKey: keyOf(ref, "entries"),
    queryFn: ({ signal }) => read(editorView, `/reports/${ref}/entries`, signal),
    staleTime: 60_000,
  });
const useExplanations = (ref: string) =>
  useQuery({
    queryKey: keyOf(ref, "explanations"),
    queryFn: ({ signal }) => read(explanationList, `/reports/${ref}/explanations`, signal),
  });
const useEvidence = (ref: string) =>
  useQuery({
    queryKey: keyOf(ref, "evidence"),
    queryFn: ({ signal }) => read(evidenceList, `/reports/${ref}/evidence`, signal),
  });

/** What a report is compared with. */
export type Beside = "last-year" | number;

/** The differences; null where there is nothing to compare with. */
export const useDifferences = (ref: string, beside: Beside | null) =>
  useQuery({
    queryKey: [...keyOf(ref, "differences"), beside],
    enabled: beside !== null,
    staleTime: 60_000,
    queryFn: ({ signal }) =>
      read(differenceList, `/reports/${ref}/differences?with=${beside ?? ""}`, signal).catch(nullWhenMissing),
  });

function nullWhenMissing(error: unknown): null {
  if (error instanceof ApiProblem && error.kind === "missing") return null;
  throw error;
}

/** All that the desk shows of a report. */
export function useReviewed(ref: string) {
  return {
    report: useReport(ref),
    entries: useEntries(ref),
    comments: useComments(ref),
    explanations: useExplanations(ref),
    evidence: useEvidence(ref),
  };
}

/** 通过、退回 */
export const useDeciding = (
  ref: string,
): Sending<{ readonly revision: number; readonly decision: Decision; readonly opinion: string }> =>
  useSending(ref, (body) => ask(nothing, `/reports/${ref}/reviews`, { method: "POST", body }));
