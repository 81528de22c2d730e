// What can be downloaded of a check: working papers first.

import type { BulkCheckView } from "@jueming/server/contract/bulk-checks.ts";
import { Button } from "antd";
import type { ReactNode } from "react";

import { downloadAddress } from "../../api/client.ts";

const FORMATS = [
  ["xlsx", "检查底稿（Excel）"],
  ["html", "核对结果（网页）"],
  ["csv", "问题清单（CSV）"],
  ["json", "结果数据（JSON）"],
] as const;

/** Downloads (下载): of all files, or of one. */
export function Downloads({
  check: { ref, counts },
  file,
}: {
  readonly check: Pick<BulkCheckView, "ref" | "counts">;
  readonly file?: number;
}): ReactNode {
  if (counts.checked + counts.failed === 0) return null;
  const query = file === undefined ? "" : `?files=${file}`;
  return FORMATS.map(([format, name], index) => (
    <Button
      key={format}
      {...(index === 0 ? { type: "primary" as const } : {})}
      href={downloadAddress(`/bulk-checks/${ref}/reports/${format}${query}`)}
      download
    >
      {name}
    </Button>
  ));
}
