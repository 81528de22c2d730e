// A page of a PDF as a picture, to be looked at beside what was read of it.

import { DocumentError } from "../document-error.ts";
import type { OpenPdf } from "./engine.ts";
import { damaged, withPdf } from "./engine.ts";
import { PDF_LIMITS } from "./limits.ts";
import { encodePng } from "./png.ts";

/** PageSize (页面尺寸): in points, in which places are told. */
export interface PageSize {
  readonly width: number;
  readonly height: number;
}

/** PagePicture (页面图像): a PNG of a page. */
export interface PagePicture extends PageSize {
  readonly png: Uint8Array<ArrayBuffer>;
}

const POINTS_PER_INCH = 72;
/** Enough to read the small print of a table of ten columns. */
const DOTS_PER_INCH = 130;
/** Most dots of a picture; a larger page is drawn more coarsely. */
const MOST_DOTS = 12_000_000;
const OPAQUE_WHITE = 0xff_ff_ff_ff;
/** Bytes of a dot as the library draws it: blue, green, red, and one unused. */
const BYTES_PER_DOT = 4;
/** Annotations, among them what was entered into fields, are drawn; red comes first. */
const FLAGS = 0x01 | 0x10;

/** Draws a page, counted from 1; throws a DocumentError where there is no such page. */
export async function pagePicture(bytes: Uint8Array, number: number): Promise<PagePicture> {
  return withPdf(bytes, (pdf) => drawPage(pdf, number));
}

/** The sizes of all pages as a viewer shows them. */
export async function pageSizes(bytes: Uint8Array): Promise<readonly PageSize[]> {
  return withPdf(bytes, ({ engine, document }) => {
    const count = Math.min(engine.api.FPDF_GetPageCount(document), PDF_LIMITS.pages);
    return Array.from({ length: count }, (_, index) => {
      engine.api.FPDF_GetPageSizeByIndexF(document, index, engine.scratch);
      return { width: engine.float(0), height: engine.float(1) };
    });
  });
}

function drawPage({ engine, document }: OpenPdf, number: number): PagePicture {
  const { api } = engine;
  if (number < 1 || number > api.FPDF_GetPageCount(document)) {
    throw new DocumentError("not-found", `文件没有第 ${number} 页。`);
  }
  const page = api.FPDF_LoadPage(document, number - 1);
  if (page === 0) throw damaged();
  const [width, height] = [api.FPDF_GetPageWidthF(page), api.FPDF_GetPageHeightF(page)];
  if (!(width > 0 && height > 0 && Math.max(width, height) <= PDF_LIMITS.pageSide)) throw damaged();
  const scale = Math.min(DOTS_PER_INCH / POINTS_PER_INCH, Math.sqrt(MOST_DOTS / (width * height)));
  const dots = {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  };
  const bitmap = api.FPDFBitmap_Create(dots.width, dots.height, 0);
  if (bitmap === 0) throw damaged();
  api.FPDFBitmap_FillRect(bitmap, 0, 0, dots.width, dots.height, OPAQUE_WHITE);
  api.FPDF_RenderPageBitmap(bitmap, page, 0, 0, dots.width, dots.height, 0, FLAGS);
  const length = dots.width * dots.height * BYTES_PER_DOT;
  const drawn = engine.copyOut(api.FPDFBitmap_GetBuffer(bitmap), length);
  api.FPDFBitmap_Destroy(bitmap);
  api.FPDF_ClosePage(page);
  return { png: encodePng(drawn, dots), width, height };
}
