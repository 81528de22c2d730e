// Files carried inside a PDF, such as the figures behind a report that we wrote.

import type { Attachment, Problem } from "@jueming/core/document/document.ts";

import type { Engine, OpenPdf } from "./engine.ts";
import type { PdfLimits } from "./limits.ts";

/** AttachmentsRead: what is carried, and what of it was left where it is. */
export interface AttachmentsRead {
  readonly attachments: readonly Attachment[];
  readonly problems: readonly Problem[];
}

/** Names and media types are short; a longer one is no name. */
const NAME_BYTES = 4096;

/** Reads the attachments of a PDF as far as the limits allow. */
export function readAttachments({ engine, document }: OpenPdf, limits: PdfLimits): AttachmentsRead {
  const { api } = engine;
  const count = api.FPDFDoc_GetAttachmentCount(document);
  const attachments: Attachment[] = [];
  let room = limits.attachedBytes;
  for (let index = 0; index < Math.min(count, limits.attachments); index += 1) {
    const handle = api.FPDFDoc_GetAttachment(document, index);
    const bytes = handle === 0 ? undefined : fileBytes(engine, handle, room);
    if (bytes === undefined) continue;
    room -= bytes.length;
    attachments.push({
      name: wideText(engine, (address, length) => api.FPDFAttachment_GetName(handle, address, length)),
      mediaType: wideText(engine, (address, length) =>
        api.FPDFAttachment_GetSubtype(handle, address, length),
      ),
      bytes,
    });
  }
  const left = count - attachments.length;
  return { attachments, problems: left > 0 ? [leftOut(left)] : [] };
}

function leftOut(count: number): Problem {
  return {
    code: "attachment-left-out",
    message: `PDF 里有 ${count} 个附件过大、过多或已损坏，没有读取。`,
    place: {},
  };
}

/** The bytes of an attachment; undefined when there are none to be had, or more than there is room for. */
function fileBytes(engine: Engine, handle: number, room: number): Uint8Array | undefined {
  const { api, scratch } = engine;
  if (!api.FPDFAttachment_GetFile(handle, 0, 0, scratch)) return undefined;
  const length = engine.integer(0);
  if (length <= 0 || length > room) return undefined;
  const address = engine.allocate(length);
  const isRead = api.FPDFAttachment_GetFile(handle, address, length, scratch);
  const bytes = engine.copyOut(address, length);
  engine.free(address);
  return isRead ? bytes : undefined;
}

/** A text in UTF-16 that ends with a zero; the call tells its length in bytes when it is given no room. */
function wideText(engine: Engine, call: (address: number, length: number) => number): string {
  const length = call(0, 0);
  if (length <= 2 || length > NAME_BYTES) return "";
  const address = engine.allocate(length);
  call(address, length);
  const bytes = engine.copyOut(address, length - 2);
  engine.free(address);
  return new TextDecoder("utf-16le").decode(bytes);
}
