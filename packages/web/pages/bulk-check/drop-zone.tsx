// Where files are dropped; whoever does not drop chooses a folder or files with a button.

import { Alert, Button, Progress } from "antd";
import type { DragEvent, ReactNode } from "react";
import { useRef, useState } from "react";

import { messageOf } from "../../api/problem.ts";
import type { PickedFile } from "./dropped-files.ts";
import { chosenFiles, droppedFiles } from "./dropped-files.ts";
import type { UploadProgress } from "./upload-files.ts";

/** DropZone (投放区). */
export function DropZone({
  progress,
  error,
  onFiles,
  onCancel,
}: {
  /** Null while nothing is uploaded. */
  readonly progress: UploadProgress | null;
  readonly error: unknown;
  readonly onFiles: (files: readonly PickedFile[]) => void;
  readonly onCancel: () => void;
}): ReactNode {
  const [isOver, setOver] = useState(false);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    if (progress === null) void droppedFiles(event.dataTransfer).then(onFiles);
  };
  return (
    <section
      className={isOver ? "drop-zone drop-zone-over" : "drop-zone"}
      aria-label="放入要检查的文件"
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      {error === null ? null : <Alert type="error" showIcon title={messageOf(error)} />}
      {progress === null ? (
        <Choosing onFiles={onFiles} />
      ) : (
        <Uploading progress={progress} onCancel={onCancel} />
      )}
    </section>
  );
}

function Choosing({ onFiles }: { readonly onFiles: (files: readonly PickedFile[]) => void }): ReactNode {
  const folder = useRef<HTMLInputElement>(null);
  const files = useRef<HTMLInputElement>(null);
  const input = (ref: typeof folder, label: string, isFolder: boolean): ReactNode => (
    <input
      ref={ref}
      type="file"
      multiple
      hidden
      aria-label={label}
      webkitdirectory={isFolder ? "" : undefined}
      onChange={({ target }) => {
        onFiles(chosenFiles(target.files ?? []));
        target.value = "";
      }}
    />
  );
  return (
    <>
      <h2>把文件夹、压缩包或文件拖到这里</h2>
      <p className="soft">
        Word、Excel、PDF、网页、文本均可，不限地区和来源；压缩包会自动展开。一次最多 2000 个文件。
      </p>
      <div className="drop-buttons">
        <Button type="primary" onClick={() => folder.current?.click()}>
          选择文件夹
        </Button>
        <Button onClick={() => files.current?.click()}>选择文件或压缩包</Button>
      </div>
      {input(folder, "文件夹", true)}
      {input(files, "文件或压缩包", false)}
    </>
  );
}

function Uploading({
  progress: { files, filesDone, bytes, bytesDone },
  onCancel,
}: {
  readonly progress: UploadProgress;
  readonly onCancel: () => void;
}): ReactNode {
  const percent = bytes === 0 ? 100 : Math.floor((bytesDone / bytes) * 100);
  return (
    <>
      <h2 role="status">
        正在上传：{filesDone} / {files} 个文件
      </h2>
      <Progress percent={percent} aria-label="上传进度" status="active" />
      <p className="soft">
        {megabytes(bytesDone)} / {megabytes(bytes)} MB。上传完就开始核对，可以离开本页。
      </p>
      <Button onClick={onCancel}>取消上传</Button>
    </>
  );
}

const megabytes = (bytes: number): string => (bytes / 1024 / 1024).toFixed(1);
