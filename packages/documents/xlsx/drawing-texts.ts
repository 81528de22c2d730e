// Texts of boxes drawn over a sheet: notes are often put there.

import type { PackageParts } from "./package-parts.ts";
import { readPart } from "./read-part.ts";
import { relationshipsOf } from "./relationships.ts";

/** The texts of the boxes of a worksheet part, each with its lines. */
export function drawingTexts(parts: PackageParts, worksheet: string): readonly string[] {
  return relationshipsOf(parts, worksheet)
    .filter(({ kind, target }) => kind === "drawing" && parts.has(target))
    .flatMap(({ target }) => boxTexts(parts, target));
}

function boxTexts(parts: PackageParts, drawing: string): readonly string[] {
  const boxes: string[] = [];
  let box = "";
  let isText = false;
  readPart(parts, drawing, {
    open: (name) => {
      if (name === "txBody") box = "";
      isText = name === "t";
    },
    text: (text) => {
      if (isText) box += text;
    },
    close: (name) => {
      isText = false;
      if (name === "p") box += "\n";
      if (name === "txBody" && box.trim() !== "") boxes.push(box.trim());
    },
  });
  return boxes;
}
