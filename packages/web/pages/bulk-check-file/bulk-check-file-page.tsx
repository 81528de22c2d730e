// 核对文件: one file of a bulk check; its document at the left with what is in question marked, its findings at the right.

import { bulkFileView, shownDocument } from "@jueming/server/contract/bulk-checks.ts";
import type { BulkFileView } from "@jueming/server/contract/bulk-checks.ts";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { Alert, Button } from "antd";
import type { ReactNode } from "react";

import { downloadAddress, read } from "../../api/client.ts";
import { PageFrame } from "../../parts/page-frame.tsx";
import { EmptyState, Loaded } from "../../parts/states.tsx";
import "./bulk-check-file.css";
import { FileDesk } from "./file-desk.tsx";

export function Page(): ReactNode {
  const params: { readonly check?: string; readonly file?: string } = useParams({ strict: false });
  const { check = "", file = "" } = params;
  const view = useQuery({
    queryKey: ["bulk-check", check, "file", file],
    queryFn: ({ signal }) => read(bulkFileView, `/bulk-checks/${check}/files/${file}`, signal),
  });
  return (
    <Loaded query={view} rows={10}>
      {(shown) => <OpenedFile key={`${check} ${file}`} check={check} view={shown} />}
    </Loaded>
  );
}

function OpenedFile({ check, view }: { readonly check: string; readonly view: BulkFileView }): ReactNode {
  const { file, own } = view;
  const path = `/bulk-checks/${check}/files/${file.position}`;
  const title = file.unitName ?? file.source.split("/").at(-1) ?? "";
  return (
    <PageFrame
      isWide
      title={title}
      intro={
        <>
          <Link to="/bulk-check/$check" params={{ check }} className="file-back">
            回到检查结果
          </Link>{" "}
          · {file.year === null ? "年度不明" : `${file.year} 年度`}
          {file.kindName === null ? "" : ` · ${file.kindName}`} ·{" "}
          <span className="file-source">{file.source}</span>
        </>
      }
      actions={
        <>
          <Button
            href={downloadAddress(`/bulk-checks/${check}/reports/xlsx?files=${file.position}`)}
            download
          >
            检查底稿（Excel）
          </Button>
          <Button href={downloadAddress(`${path}/original`)} download>
            下载原件
          </Button>
        </>
      }
    >
      {file.failure === null ? null : (
        <Alert
          type="error"
          showIcon
          title="这个文件没有核对"
          description={`${file.failure.message}（${file.failure.code}）`}
        />
      )}
      {own === null ? <Waiting view={view} /> : <WithDocument check={check} view={view} path={path} />}
    </PageFrame>
  );
}

function Waiting({ view: { file } }: { readonly view: BulkFileView }): ReactNode {
  if (file.status !== "waiting") return null;
  return <EmptyState title="还没有核对到这个文件">核对完后再打开，即可看到原文和问题。</EmptyState>;
}

function WithDocument({
  check,
  view,
  path,
}: {
  readonly check: string;
  readonly view: BulkFileView;
  readonly path: string;
}): ReactNode {
  const document = useQuery({
    queryKey: ["bulk-document", path],
    queryFn: ({ signal }) => read(shownDocument, `${path}/document`, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <Loaded query={document} rows={14}>
      {(shown) => <FileDesk check={check} view={view} document={shown} />}
    </Loaded>
  );
}
