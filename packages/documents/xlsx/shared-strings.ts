// Shared strings (共享字符串): the texts that cells of all sheets refer to by number.

import type { WorkbookLimits } from "../workbook/limits.ts";
import { tooLarge } from "../workbook/limits.ts";
import type { PackageParts } from "./package-parts.ts";
import { readPart } from "./read-part.ts";
import type { XmlHandler } from "./xml-scanner.ts";

/** TextCollector: gathers the runs of a rich text; the readings printed over it (phonetic runs) are left out. */
export interface TextCollector extends Required<XmlHandler> {
  /** Gives what was gathered and begins anew. */
  readonly take: () => string;
}

/** Makes a collector for the texts inside an element such as `si` or `is`. */
export function textCollector(): TextCollector {
  let gathered = "";
  let isText = false;
  let phonetic = 0;
  return {
    open: (name) => {
      if (name === "rPh") phonetic += 1;
      isText = name === "t" && phonetic === 0;
    },
    text: (text) => {
      if (isText) gathered += text;
    },
    close: (name) => {
      if (name === "rPh") phonetic = Math.max(0, phonetic - 1);
      isText = false;
    },
    take: () => {
      const text = unescaped(gathered);
      gathered = "";
      isText = false;
      return text;
    },
  };
}

/** Characters that XML cannot carry are written _x000D_; a line break is one of them. */
function unescaped(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9a-f]{4})_/giu, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

/** Reads all shared strings in order. */
export function readSharedStrings(
  parts: PackageParts,
  name: string | undefined,
  limits: WorkbookLimits,
): readonly string[] {
  const strings: string[] = [];
  if (name === undefined) return strings;
  const collector = textCollector();
  readPart(parts, name, {
    open: collector.open,
    text: collector.text,
    close: (element) => {
      collector.close(element);
      if (element !== "si") return;
      strings.push(collector.take());
      if (strings.length > limits.sharedStrings) throw tooLarge("文件里的文字条数过多");
    },
  });
  return strings;
}
