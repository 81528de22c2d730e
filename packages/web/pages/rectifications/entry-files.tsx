// 佐证材料 of an entry: the files that show what was done, to open, to add and to take away.

import type { RectificationFile, RectificationView } from "@jueming/server/contract/rectifications.ts";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import type { ReactNode } from "react";
import { useRef } from "react";

import { ask, downloadAddress, nothing } from "../../api/client.ts";
import { ProblemNote } from "../../parts/form-dialog.tsx";

/** EntryFiles (佐证材料文件). */
export function EntryFiles({
  entry: { ref, files, mayEdit },
}: {
  readonly entry: RectificationView;
}): ReactNode {
  const queries = useQueryClient();
  const change = useMutation({
    mutationFn: (act: () => Promise<unknown>) => act(),
    onSettled: () => queries.invalidateQueries({ queryKey: ["rectification", ref] }),
  });
  const send = (chosen: readonly File[]): void => {
    const body = new FormData();
    for (const file of chosen) body.append("file", file, file.name);
    change.mutate(() => ask(nothing, `/rectifications/${ref}/files`, { method: "POST", body }));
  };
  const remove = (file: string): void => {
    change.mutate(() => ask(nothing, `/rectifications/${ref}/files/${file}`, { method: "DELETE" }));
  };
  return (
    <section className="entry-files" aria-label="附件（佐证材料）">
      <h2>附件（佐证材料）</h2>
      {change.error === null ? null : <ProblemNote error={change.error} />}
      {files.length === 0 ? <p className="soft">还没有文件。</p> : null}
      <ul>
        {files.map((file) => (
          <li key={file.ref}>
            <FileLine entry={ref} file={file} />
            {mayEdit ? (
              <Button
                size="small"
                type="link"
                aria-label={`移除 ${file.name}`}
                disabled={change.isPending}
                onClick={() => remove(file.ref)}
              >
                移除
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {mayEdit ? <Upload isBusy={change.isPending} onChoose={send} /> : null}
    </section>
  );
}

function Upload({
  isBusy,
  onChoose,
}: {
  readonly isBusy: boolean;
  readonly onChoose: (files: readonly File[]) => void;
}): ReactNode {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label="选择附件"
        onChange={({ target }) => {
          if (target.files !== null && target.files.length > 0) onChoose([...target.files]);
          // The same file may be chosen again after it was refused.
          target.value = "";
        }}
      />
      <Button loading={isBusy} onClick={() => input.current?.click()}>
        上传文件
      </Button>
      <p className="soft">
        PDF、OFD、图片、Word、Excel、PowerPoint，每个不超过 50 MB。点“报告已整改”以后不能再增减。
      </p>
    </>
  );
}

const day = new Intl.DateTimeFormat("zh-CN", { dateStyle: "medium" });
const KILOBYTE = 1024;

/** 1.2 MB or 340 KB; what is smaller counts as one kilobyte. */
const sizeWords = (size: number): string =>
  size >= KILOBYTE * KILOBYTE
    ? `${(size / KILOBYTE / KILOBYTE).toFixed(1)} MB`
    : `${Math.max(1, Math.round(size / KILOBYTE))} KB`;

function FileLine({
  entry,
  file: { ref, name, size, by, at },
}: {
  readonly entry: string;
  readonly file: RectificationFile;
}): ReactNode {
  return (
    <span>
      <a href={downloadAddress(`/rectifications/${entry}/files/${ref}/content`)} download>
        {name}
      </a>{" "}
      <span className="soft">
        {sizeWords(size)} · {by} · {day.format(new Date(at))}
      </span>
    </span>
  );
}
