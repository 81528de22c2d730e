// `jueming template`: an empty input workbook for a place and a kind of report, or a Word template to begin with.

import type { DisclosureKind } from "@jueming/core/disclosure/disclosure.ts";
import { editionFor } from "@jueming/core/regions/index.ts";
import { inputPlan } from "@jueming/pipeline/input-workbook/input-plan.ts";
import { writeTemplate } from "@jueming/pipeline/input-workbook/write-template.ts";

import { tell, writeWhole } from "./output.ts";
import { STATUS } from "./usage-error.ts";

/** TemplateCommand: the options of `jueming template`. */
export interface TemplateCommand {
  readonly region?: string;
  readonly kind: DisclosureKind | "word" | "monitoring";
  readonly out: string;
}

/** Writes the workbook, or the template, to the file that was named. */
export async function runTemplate({ region, kind, out }: TemplateCommand): Promise<number> {
  if (kind === "word") {
    const { exampleDocxTemplate } = await import("@jueming/documents/docx/template.ts");
    await writeWhole(out, await exampleDocxTemplate());
    tell(`已写出 Word 模板示例：${out}。改好后用 jueming write 材料 --to docx --template ${out} 填写。`);
    return STATUS.fine;
  }
  if (kind === "monitoring") {
    const { monitoringTemplate } = await import("@jueming/pipeline/monitoring/monitoring-workbook.ts");
    await writeWhole(out, await monitoringTemplate());
    tell(
      `已写出绩效运行监控表：${out}。填好后可用 jueming monitor ${out} 判断；未填的月份视为未报，不作 0。`,
    );
    return STATUS.fine;
  }
  const edition = editionFor(region ?? null, null);
  await writeWhole(out, await writeTemplate(inputPlan(edition, kind)));
  tell(`已写出录入底稿：${out}（${edition.name}）。填好后可用 jueming check ${out} 核对。`);
  return STATUS.fine;
}
