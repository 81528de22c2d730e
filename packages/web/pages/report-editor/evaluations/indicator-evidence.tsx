// 佐证材料 of an indicator: the files that prove its result, to look at, to add and to remove.

import type { EvidenceView } from "@jueming/server/contract/review.ts";
import { aboutOf, evidenceList } from "@jueming/server/contract/review.ts";
import type { UseMutationResult, UseQueryResult } from "@tanstack/react-query";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import type { ReactNode } from "react";
import { useRef, useState } from "react";

import { ask, downloadAddress, nothing, read } from "../../../api/client.ts";
import { messageOf } from "../../../api/problem.ts";

type EvidenceList = ReturnType<typeof evidenceList.parse>;

const keyOf = (report: string) => ["evidence", report] as const;

/** The evidence of a report; asked once for all its indicators. */
function useEvidence(report: string): UseQueryResult<EvidenceList> {
  return useQuery({
    queryKey: keyOf(report),
    queryFn: ({ signal }) => read(evidenceList, `/reports/${report}/evidence`, signal),
  });
}

/** IndicatorEvidence (佐证材料). */
export function IndicatorEvidence({
  report,
  list,
  row,
  name,
}: {
  readonly report: string;
  readonly list: string;
  readonly row: string;
  /** What the indicator is called. */
  readonly name: string;
}): ReactNode {
  const about = aboutOf({ kind: "cell", list, row, column: null });
  const { data } = useEvidence(report);
  const add = useAdding(report, about);
  const input = useRef<HTMLInputElement>(null);
  const own = (data?.items ?? []).filter((one) => one.about === about && one.removedAt === null);
  return (
    <div className="evidence">
      <span>佐证材料{own.length === 0 ? "：无" : ""}</span>
      {own.map((one) => (
        <EvidenceLink key={one.ref} report={report} evidence={one} mayRemove={data?.mayAttach === true} />
      ))}
      {data?.mayAttach === true ? (
        <>
          <input
            ref={input}
            type="file"
            multiple
            hidden
            aria-label={`${name} 佐证材料`}
            onChange={({ target }) => {
              if (target.files !== null && target.files.length > 0) add.mutate([...target.files]);
            }}
          />
          <Button
            size="small"
            loading={add.isPending}
            aria-label={`上传 ${name} 的佐证材料`}
            onClick={() => input.current?.click()}
          >
            上传
          </Button>
        </>
      ) : null}
      {add.error === null ? null : <span role="alert">{messageOf(add.error)}</span>}
    </div>
  );
}

function EvidenceLink({
  report,
  evidence: { ref, name },
  mayRemove,
}: {
  readonly report: string;
  readonly evidence: EvidenceView;
  readonly mayRemove: boolean;
}): ReactNode {
  const [isAsked, setAsked] = useState(false);
  const remove = useRemoving(report, ref);
  return (
    <span className="evidence-file">
      <a href={downloadAddress(`/reports/${report}/evidence/${ref}/content`)} download>
        {name}
      </a>
      {!mayRemove ? null : isAsked ? (
        <>
          <Button size="small" danger loading={remove.isPending} onClick={() => remove.mutate()}>
            确认移除
          </Button>
          <Button size="small" onClick={() => setAsked(false)}>
            保留
          </Button>
        </>
      ) : (
        <Button size="small" type="text" aria-label={`移除 ${name}`} onClick={() => setAsked(true)}>
          移除
        </Button>
      )}
      {remove.error === null ? null : <span role="alert">{messageOf(remove.error)}</span>}
    </span>
  );
}

/** A removed file stays in the record of the report; its place with the indicator is free. */
function useRemoving(report: string, evidence: string): UseMutationResult<unknown, Error, void> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => ask(nothing, `/reports/${report}/evidence/${evidence}`, { method: "DELETE" }),
    onSuccess: () => queries.invalidateQueries({ queryKey: keyOf(report) }),
  });
}

function useAdding(report: string, about: string): UseMutationResult<unknown, Error, readonly File[]> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (files: readonly File[]) => {
      const body = new FormData();
      for (const file of files) body.append("file", file, file.name);
      return ask(nothing, `/reports/${report}/evidence?about=${encodeURIComponent(about)}`, {
        method: "POST",
        body,
      });
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: keyOf(report) }),
  });
}
