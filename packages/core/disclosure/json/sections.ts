// The outline of a document in JSON. A section's text is its paragraphs joined by line ends; where each
// paragraph and each piece of it stands is kept beside the text, not a second copy of it.

import type { Place } from "../../document/document.ts";
import type { Section, SectionParagraph } from "../../document/section.ts";
import type { Field, JsonObject } from "./fields.ts";
import { at, integerOf, isNone, itemsOf, textOf, textOrNull } from "./fields.ts";
import { placeFromJson, placeToJson, samePlace } from "./places.ts";

/** Sections stand in one another; deeper than any outline is a fault, not a document. */
const DEPTH_LIMIT = 32;

export function sectionToJson(section: Section, source: string): JsonObject {
  return {
    number: section.number,
    heading: section.heading,
    text: section.paragraphs.map((paragraph) => paragraph.text).join("\n"),
    children: section.children.map((child) => sectionToJson(child, source)),
    level: section.level,
    paragraphs: section.paragraphs.map((paragraph) => paragraphToJson(paragraph, source)),
    place: placeToJson(section.place, source),
  };
}

function paragraphToJson(paragraph: SectionParagraph, source: string): JsonObject {
  const [only] = paragraph.pieces;
  const isPlain =
    paragraph.pieces.length === 1 && only?.offset === 0 && samePlace(only.place, paragraph.place);
  return {
    length: paragraph.text.length,
    pieces: isPlain
      ? undefined
      : paragraph.pieces.map(({ offset, place }) => ({ offset, place: placeToJson(place, source) })),
    place: placeToJson(paragraph.place, source),
  };
}

export function sectionFromJson(field: Field, depth = 0): Section {
  const place = placeFromJson(at(field, "place"));
  return {
    number: textOrNull(at(field, "number")),
    heading: textOf(at(field, "heading")),
    level: isNone(at(field, "level")) ? depth + 1 : integerOf(at(field, "level")),
    paragraphs: paragraphsFromJson(field, place),
    children:
      depth < DEPTH_LIMIT
        ? itemsOf(at(field, "children")).map((child) => sectionFromJson(child, depth + 1))
        : [],
    place,
  };
}

function paragraphsFromJson(field: Field, own: Place): readonly SectionParagraph[] {
  const text = textOrNull(at(field, "text")) ?? "";
  const described = itemsOf(at(field, "paragraphs"));
  if (described.length === 0)
    return text === "" ? [] : text.split("\n").map((part) => plainParagraph(part, own));
  let start = 0;
  return described.map((paragraph) => {
    const end = start + integerOf(at(paragraph, "length"));
    const part = text.slice(start, end);
    start = end + 1;
    return paragraphFromJson(part, paragraph, own);
  });
}

function paragraphFromJson(text: string, field: Field, own: Place): SectionParagraph {
  const place = placeFromJson(at(field, "place"), own);
  const pieces = at(field, "pieces");
  if (isNone(pieces)) return plainParagraph(text, place);
  return {
    text,
    place,
    pieces: itemsOf(pieces).map((piece) => ({
      offset: integerOf(at(piece, "offset")),
      place: placeFromJson(at(piece, "place"), place),
    })),
  };
}

function plainParagraph(text: string, place: Place): SectionParagraph {
  return { text, place, pieces: [{ offset: 0, place }] };
}
