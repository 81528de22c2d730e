// Ningxia's self-evaluation form of 2024: the national one with its own word for the reason column.

import { column, form, type EvaluationLayout } from "../../forms/evaluation-layout.ts";
import { nationalForm } from "../national/evaluation.ts";

export const ningxiaForm = form({
  ...nationalForm,
  id: "ningxia/2024/form",
  indicators: {
    ...nationalForm.indicators,
    columns: nationalForm.indicators.columns.map((described) =>
      described.field === "reason" ? column("reason", "未完成原因分析") : described,
    ),
  },
});

export const evaluations: readonly EvaluationLayout[] = [ningxiaForm];
