// 批量检查: many files of any origin, checked at once.

import { bulkCheckLine } from "@jueming/server/contract/bulk-checks.ts";
import { pageOf } from "@jueming/server/contract/page.ts";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useRef, useState } from "react";

import { ask, nothing, read } from "../../api/client.ts";
import { PageFrame, Panel } from "../../parts/page-frame.tsx";
import { EmptyState, Loaded } from "../../parts/states.tsx";
import "./bulk-check.css";
import { CheckList } from "./check-list.tsx";
import { DropZone } from "./drop-zone.tsx";
import type { PickedFile } from "./dropped-files.ts";
import type { UploadProgress } from "./upload-files.ts";
import { uploadFiles } from "./upload-files.ts";

const list = pageOf(bulkCheckLine);

export function Page(): ReactNode {
  const queries = useQueryClient();
  const checks = useQuery({
    queryKey: ["bulk-checks"],
    queryFn: ({ signal }) => read(list, "/bulk-checks", signal),
    // A check goes on while another page is open.
    staleTime: 0,
  });
  const refresh = (): void => void queries.invalidateQueries({ queryKey: ["bulk-checks"] });
  const deletion = useMutation({
    mutationFn: (ref: string) => ask(nothing, `/bulk-checks/${ref}`, { method: "DELETE" }),
    onSettled: refresh,
  });
  const { progress, error, start, cancel } = useUpload();
  return (
    <PageFrame title="批量检查" intro="把一个文件夹或压缩包放进来，逐份核对，按单位汇总问题，下载检查底稿。">
      <Panel>
        <DropZone
          progress={progress}
          error={error ?? deletion.error}
          onFiles={(files) => void start(files)}
          onCancel={cancel}
        />
      </Panel>
      <Panel title="历次检查">
        <Loaded query={checks}>
          {({ items }) =>
            items.length === 0 ? (
              <EmptyState title="还没有检查过文件">
                检查完成后，结果保存在这里，随时可以打开、下载或删除；只有您自己看得到。
              </EmptyState>
            ) : (
              <CheckList checks={items} onDelete={(ref) => deletion.mutate(ref)} />
            )
          }
        </Loaded>
      </Panel>
    </PageFrame>
  );
}

interface Upload {
  readonly progress: UploadProgress | null;
  readonly error: unknown;
  readonly start: (files: readonly PickedFile[]) => Promise<void>;
  readonly cancel: () => void;
}

/** One upload at a time; when it is over, its check is opened. */
function useUpload(): Upload {
  const navigate = useNavigate();
  const [progress, setProgress] = useState<UploadProgress | null>(null);
  const [error, setError] = useState<unknown>(null);
  const breaking = useRef<AbortController>(null);
  const start = async (files: readonly PickedFile[]): Promise<void> => {
    if (files.length === 0) return;
    const controller = new AbortController();
    breaking.current = controller;
    setError(null);
    try {
      const check = await uploadFiles(files, { signal: controller.signal, onProgress: setProgress });
      await navigate({ to: "/bulk-check/$check", params: { check } });
    } catch (cause) {
      setError(controller.signal.aborted ? null : cause);
    } finally {
      setProgress(null);
    }
  };
  return { progress, error, start, cancel: () => breaking.current?.abort() };
}
