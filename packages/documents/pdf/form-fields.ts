// Fields of a form to fill in: what was entered is no text of the page but stands in annotations over it. They
// are drawn into the page before it is read. Seals and comments stay out: they are no part of the form.

import type { Engine } from "./engine.ts";

const WIDGET = 20;
const NORMAL_DISPLAY = 0;
const FLATTENED = 1;
/** Longest type name that matters, as UTF-16 with its end. */
const TYPE_BYTES = 16;
const EMPTY_TEXT_BYTES = 2;
/** Annotations of one page; a page with more is no form. */
const ANNOTATIONS_LIMIT = 5000;

/** DrawnFields: whether fields were drawn, so that the page must be loaded anew, and how many show nothing. */
export interface DrawnFields {
  readonly isDrawn: boolean;
  /** Fields with a value of which the file keeps no picture. */
  readonly unseen: number;
}

const NONE: DrawnFields = { isDrawn: false, unseen: 0 };

/** Draws the fields of a page into it. */
export function drawFormFields({ api, scratch, integer }: Engine, page: number): DrawnFields {
  const count = api.FPDFPage_GetAnnotCount(page);
  if (count <= 0 || count > ANNOTATIONS_LIMIT) return NONE;
  let unseen = 0;
  const hasUnseenValue = (annotation: number): boolean =>
    api.FPDFAnnot_GetAP(annotation, NORMAL_DISPLAY, 0, 0) <= EMPTY_TEXT_BYTES &&
    api.FPDFAnnot_GetStringValue(annotation, "V", 0, 0) > EMPTY_TEXT_BYTES;
  const isField = (index: number): boolean => {
    const annotation = api.FPDFPage_GetAnnot(page, index);
    if (annotation === 0) return false;
    const isWidget = api.FPDFAnnot_GetSubtype(annotation) === WIDGET;
    const bytes = isWidget ? api.FPDFAnnot_GetStringValue(annotation, "FT", scratch, TYPE_BYTES) : 0;
    const isForm = isWidget && !(bytes > 0 && startsAsSignature(integer(0)));
    if (isForm && hasUnseenValue(annotation)) unseen += 1;
    api.FPDFPage_CloseAnnot(annotation);
    return isForm;
  };
  const fields = Array.from({ length: count }, (_, index) => isField(index));
  if (!fields.includes(true)) return NONE;
  for (let index = count - 1; index >= 0; index -= 1) {
    if (fields[index] !== true) api.FPDFPage_RemoveAnnot(page, index);
  }
  return { isDrawn: api.FPDFPage_Flatten(page, NORMAL_DISPLAY) === FLATTENED, unseen };
}

/** The type of signatures is `Sig`: its first two letters in UTF-16 are one number. */
function startsAsSignature(letters: number): boolean {
  return letters === "S".charCodeAt(0) + ("i".charCodeAt(0) << 16);
}
