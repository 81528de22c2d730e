// A made-up report with everything that writers must set: cover, contents, text with figures and missing words,
// wide tables with merged heads, forms with merged labels and long cells, notes, an attachment.

import type { Composition, WrittenBlock } from "@jueming/core/document/composition.ts";
import type {
  Cell,
  Paragraph,
  ParagraphRole,
  Row,
  Table,
  WrittenCell,
} from "@jueming/core/document/document.ts";

/** SampleSize: how much of everything. */
export interface SampleSize {
  readonly tables: number;
  readonly rows: number;
  readonly columns: number;
  readonly paragraphs: number;
}

const SIZE: SampleSize = { tables: 2, rows: 24, columns: 10, paragraphs: 6 };
const PLACE = {};

/** The report; `number` varies its figures. */
export function sampleComposition(size: Partial<SampleSize> = {}, number = 1): Composition {
  const { tables, rows, columns, paragraphs } = { ...SIZE, ...size };
  return {
    title: `示范局${2000 + number}年度部门决算公开报告`,
    blocks: [
      ...cover(),
      ...explanation(paragraphs, number),
      ...Array.from({ length: tables }, (_, index) => tablePage(index, { rows, columns, number })).flat(),
      ...formPages(number),
    ],
    attachments: [
      {
        name: "disclosure.json",
        mediaType: "application/vnd.jueming.disclosure+json",
        bytes: new TextEncoder().encode(JSON.stringify({ number, words: "</script><!-- 决算 -->" })),
      },
    ],
  };
}

const paragraph = (text: string, role?: ParagraphRole): Paragraph => ({
  kind: "paragraph",
  text,
  place: PLACE,
  ...(role === undefined ? {} : { role }),
});

function cover(): readonly WrittenBlock[] {
  return [
    { kind: "page-start", orientation: "portrait", numbered: false, name: "封面" },
    paragraph("示范局2024年度部门决算公开报告", "cover-title"),
    paragraph("示范局", "cover-line"),
    paragraph("二〇二五年九月", "cover-line"),
    { kind: "page-start", orientation: "portrait", numbered: false, name: "目录" },
    { kind: "contents", title: "目 录", levels: 2 },
  ];
}

function explanation(paragraphs: number, number: number): readonly WrittenBlock[] {
  return [
    { kind: "page-start", orientation: "portrait", numbered: true, name: "说明" },
    { kind: "heading", level: 1, text: "第一部分 部门概况", place: PLACE },
    { kind: "heading", level: 2, text: "一、收入支出决算总体情况说明", place: PLACE },
    ...Array.from({ length: paragraphs }, (_, index): readonly WrittenBlock[] => [
      {
        kind: "heading",
        level: 3,
        text: `（${"一二三四五六七八九十"[index % 10]}）收入决算情况`,
        place: PLACE,
      },
      {
        ...paragraph(""),
        ...figureParagraph(amount(number * 7919 + index), index % 3 === 2),
      },
    ]).flat(),
  ];
}

function figureParagraph(figure: string, isMissing: boolean): Pick<Paragraph, "text" | "runs"> {
  const runs = [
    { text: "2024年度收入总计" },
    { text: figure, figure: "incomeExpenditure/L27/amount" },
    { text: "万元，与上年相比增加。主要原因是项目支出按进度拨付，" },
    isMissing ? { text: "【待填写：主要原因】", missing: true } : { text: "人员经费与上年基本持平" },
    {
      text: "；其中：财政拨款收入占比较大，一般公共预算资金用于保障机构运转与日常履职，其余用于专项业务支出。",
    },
  ];
  return { runs, text: runs.map(({ text }) => text).join("") };
}

const amount = (number: number): string => {
  const whole = ((number * 2654435761) % 99_999_999) + 1;
  return `${Math.floor(whole / 100).toLocaleString("en-US")}.${String(whole % 100).padStart(2, "0")}`;
};

type CellLooks = Partial<WrittenCell> & { readonly columnSpan?: number; readonly rowSpan?: number };

function cell(text: string, role: WrittenCell["role"], looks: CellLooks = {}): Cell {
  const { columnSpan, rowSpan, ...written } = looks;
  return {
    text,
    place: PLACE,
    ...(columnSpan === undefined ? {} : { columnSpan }),
    ...(rowSpan === undefined ? {} : { rowSpan }),
    ...(role === "figure" ? { exact: text.replaceAll(",", "") } : {}),
    written: { role, ...written },
  };
}

const row = (...cells: readonly Cell[]): Row => ({ cells, place: PLACE });

function tablePage(
  index: number,
  { rows, columns, number }: { readonly rows: number; readonly columns: number; readonly number: number },
): readonly WrittenBlock[] {
  const title = `支出决算表${index + 1}`;
  return [
    {
      kind: "page-start",
      orientation: columns > 5 ? "landscape" : "portrait",
      numbered: true,
      name: `表${index + 1}`,
    },
    {
      kind: "heading",
      level: 2,
      text: title,
      place: PLACE,
      style: "table-title",
      listedAs: `${index + 1}、${title}`,
    },
    paragraph(`公开0${index + 1}表`, "table-label"),
    paragraph("部门：示范局\t2024年度\t金额单位：万元", "table-head"),
    wideTable(index, { rows, columns, number }),
    paragraph("注：本表反映部门本年度各项支出情况，数据四舍五入后尾差不作调整。", "note"),
  ];
}

function wideTable(
  index: number,
  { rows, columns, number }: { readonly rows: number; readonly columns: number; readonly number: number },
): Table {
  const figures = columns - 2;
  const heads = Array.from({ length: figures }, (_, column) =>
    cell(column % 2 === 0 ? `基本支出${column}` : `项目支出${column}`, "header"),
  );
  const body = Array.from({ length: rows }, (_, at) =>
    row(
      cell(String(2_010_101 + at * 100), "label"),
      cell(`一般公共服务支出（第${at + 1}项）`, "label"),
      ...Array.from({ length: figures }, (_, column) =>
        cell(at % 5 === 4 ? "" : amount(number * 31 + index * 977 + at * 37 + column), "figure", {}),
      ),
    ),
  );
  return {
    kind: "table",
    place: PLACE,
    written: {
      name: `表${index + 1}`,
      headerRows: 2,
      widths: [1, 3, ...Array.from({ length: figures }, () => 1.2)],
    },
    rows: [
      row(
        cell("科目编码", "header", { rowSpan: 2 }),
        cell("科目名称", "header", { rowSpan: 2 }),
        cell("本年支出", "header", { columnSpan: figures }),
      ),
      row(...heads),
      ...body,
    ],
  };
}

function formPages(number: number): readonly WrittenBlock[] {
  return [
    { kind: "page-start", orientation: "portrait", numbered: true, name: "自评表" },
    { kind: "heading", level: 1, text: "项目支出绩效自评表", place: PLACE, style: "table-title" },
    paragraph("（2024年度）", "table-head"),
    formTable(number),
  ];
}

const groupLabel = (name: string, count: number): Cell =>
  cell(name, "label", { align: "center", ...(count > 1 ? { rowSpan: count } : {}) });

/** Indicators under merged labels, more than a page of them. */
function formTable(number: number): Table {
  const long =
    "项目立项依据充分，程序规范，资金到位及时，年度任务按计划完成；质量达到合同约定标准，服务对象反映良好。存在的偏差主要是部分标段招标时间晚于计划，下一年度将提前做好前期准备工作。";
  const groups = [
    { name: "产出指标", count: 52 },
    { name: "效益指标", count: 6 },
    { name: "满意度指标", count: 1 },
  ];
  return {
    kind: "table",
    place: PLACE,
    written: { name: "自评表", headerRows: 0, widths: [1, 1.2, 2.6, 1.2, 1.2, 1, 1, 2] },
    rows: [
      row(
        cell("项目名称", "header", { columnSpan: 2 }),
        cell("示范区道路养护\n（第二期）", "text", { columnSpan: 6, align: "center" }),
      ),
      row(cell("年度目标完成情况", "header", { columnSpan: 2 }), cell(long, "text", { columnSpan: 6 })),
      row(
        ...["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因"].map(
          (text) => cell(text, "header"),
        ),
      ),
      ...groups.flatMap(({ name, count }) =>
        Array.from({ length: count }, (_, index) =>
          row(
            ...(index === 0 ? [groupLabel(name, count)] : []),
            cell(index % 2 === 0 ? "数量指标" : "质量指标", "label"),
            cell(`${name}之道路养护里程第${index + 1}段`, "text"),
            cell(`≥${number + index}公里`, "text"),
            cell(`${number + index}公里`, "text"),
            cell("2.00", "figure"),
            cell("1.90", "figure"),
            cell(index % 7 === 3 ? long : "", "text"),
          ),
        ),
      ),
      row(
        cell("总分", "header", { columnSpan: 5 }),
        cell("100.00", "figure"),
        cell("96.50", "figure"),
        cell("", "text"),
      ),
    ],
  };
}
