// 报告编辑: a report opened; its parts at the left, the form in the middle, what was found at the right.

import type { EditorView, ReportView } from "@jueming/server/contract/reports.ts";
import { editorView, reportView } from "@jueming/server/contract/reports.ts";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import type { ReactNode } from "react";

import { read } from "../../api/client.ts";
import { useSession } from "../../api/session.ts";
import { Loaded } from "../../parts/states.tsx";
import { Editor } from "./editor.tsx";
import "./report-editor.css";

export function Page(): ReactNode {
  const params: { readonly report?: string } = useParams({ strict: false });
  const ref = params.report ?? "";
  const queries = useQueryClient();
  const session = useSession();
  const report = useQuery({
    queryKey: ["report", ref],
    queryFn: ({ signal }) => read(reportView, `/reports/${ref}`, signal),
  });
  const opened = useQuery({
    queryKey: ["report", ref, "entries"],
    queryFn: ({ signal }) => read(editorView, `/reports/${ref}/entries`, signal),
    // The draft takes over from here; read again it would be older than what is typed.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  return (
    <Loaded query={report} rows={10}>
      {(shown: ReportView) => (
        <Loaded query={opened} rows={10}>
          {(view: EditorView) => (
            <Editor
              key={`${ref} ${shown.state} ${shown.version}`}
              report={shown}
              opened={view}
              account={session.data?.account.ref ?? ""}
              onChanged={() => void queries.invalidateQueries({ queryKey: ["report", ref] })}
            />
          )}
        </Loaded>
      )}
    </Loaded>
  );
}
