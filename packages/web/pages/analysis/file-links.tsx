// Downloads of a list, as a workbook and as CSV.

import type { ANALYSIS_FILES } from "@jueming/server/contract/analysis.ts";
import { Button } from "antd";
import type { ReactNode } from "react";

import { downloadAddress } from "../../api/client.ts";
import { withWords } from "../../api/lists.ts";

/** FileLinks (下载). */
export function FileLinks({
  list,
  name,
  words,
}: {
  readonly list: (typeof ANALYSIS_FILES)[number];
  /** What is downloaded, for those who hear the page. */
  readonly name: string;
  readonly words: Readonly<Record<string, string | undefined>>;
}): ReactNode {
  const to = (format: string): string =>
    downloadAddress(withWords(`/analysis/${list}/file`, { ...words, format }));
  return (
    <span className="file-links">
      {["XLSX", "CSV"].map((format) => (
        <Button
          key={format}
          size="small"
          href={to(format.toLowerCase())}
          download
          aria-label={`下载${name} ${format}`}
        >
          {format}
        </Button>
      ))}
    </span>
  );
}
