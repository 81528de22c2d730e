// A unit's own Word template: what callers need of it. The library is loaded only by those who fill one in.

import type { Attachment } from "@jueming/core/document/document.ts";

import type { TemplateValues } from "./template/template-values.ts";

export type { TemplateValue, TemplateValues } from "./template/template-values.ts";
export { TemplateError } from "./template/template-error.ts";

/**
 * Fills the placeholders `{{字段}}` and `{{#表格}}…{{/表格}}` of a template, and carries the attachments in it;
 * throws a TemplateError that names what the values do not know.
 */
export async function fillDocxTemplate(
  template: Uint8Array,
  values: TemplateValues,
  attachments: readonly Attachment[] = [],
): Promise<Uint8Array> {
  const { filledTemplate } = await import("./template/fill-template.ts");
  return filledTemplate(template, values, attachments);
}

/** A template to begin with: it uses every kind of placeholder once. */
export async function exampleDocxTemplate(): Promise<Uint8Array> {
  const { exampleTemplate } = await import("./template/example-template.ts");
  return exampleTemplate();
}
