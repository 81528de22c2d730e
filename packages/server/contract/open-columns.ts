// The columns of the open data, each with its meaning: they are the fields of contract/open-fields.ts.

import type { z } from "zod";

import { openFigure, openProject, openReport } from "./open-fields.ts";

/** OpenColumn: a field of a file. */
export interface OpenColumn {
  readonly id: string;
  readonly name: string;
  readonly meaning: string;
}

/** OpenFile: a kind of file with its columns in their order. */
export interface OpenFile {
  readonly file: "reports" | "projects" | "figures";
  readonly title: string;
  readonly columns: readonly OpenColumn[];
}

const columnsOf = ({ shape }: z.ZodObject): readonly OpenColumn[] =>
  Object.entries(shape).map(([id, field]) => {
    const { title = "", description = "" } = field.meta() ?? {};
    return { id, name: title, meaning: description };
  });

/** A report a line: its main figures. */
export const REPORT_COLUMNS = columnsOf(openReport);
/** A project a line. */
export const PROJECT_COLUMNS = columnsOf(openProject);
/** A figure a line. */
export const FIGURE_COLUMNS = columnsOf(openFigure);

export const OPEN_COLUMNS: readonly OpenFile[] = [
  { file: "reports", title: "报告", columns: REPORT_COLUMNS },
  { file: "projects", title: "项目", columns: PROJECT_COLUMNS },
  { file: "figures", title: "数字", columns: FIGURE_COLUMNS },
];
