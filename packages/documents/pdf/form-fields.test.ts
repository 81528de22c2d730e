import { expect, test } from "vitest";

import { readPdf } from "./reader.ts";

const FONT = "/Resources<</Font<</F 5 0 R>>>>";

const stream = (content: string, entries = ""): string =>
  `<<${entries}/Length ${content.length}>>stream\n${content}\nendstream`;

/** A page with a field, a seal and a comment over it; the library finds objects without their table. */
function filledForm(appearance: string): Uint8Array {
  const picture = (text: string): string =>
    stream(`BT /F 12 Tf 2 5 Td (${text}) Tj ET`, `/Type/XObject/Subtype/Form/BBox[0 0 100 20]${FONT}`);
  const objects = [
    "<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[6 0 R 8 0 R]>>>>",
    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R${FONT}/Annots[6 0 R 8 0 R 9 0 R]>>`,
    stream("BT /F 12 Tf 50 605 Td (Amount) Tj ET"),
    "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    `<</Type/Annot/Subtype/Widget/FT/Tx/T(a)/V(1236.03)/F 4/Rect[200 600 300 620]${appearance}>>`,
    picture("1236.03"),
    "<</Type/Annot/Subtype/Widget/FT/Sig/T(s)/F 4/Rect[300 600 400 620]/AP<</N 10 0 R>>>>",
    "<</Type/Annot/Subtype/FreeText/Contents(c)/F 4/Rect[400 600 420 620]/AP<</N 10 0 R>>>>",
    picture("SEAL"),
  ];
  const body = objects.map((object, index) => `${index + 1} 0 obj\n${object}\nendobj\n`).join("");
  return new TextEncoder().encode(`%PDF-1.7\n${body}trailer<</Root 1 0 R>>\n%%EOF\n`);
}

test("what was entered into a form is read where it stands; seals and comments are not", async () => {
  const { blocks, problems } = await readPdf(filledForm("/AP<</N 7 0 R>>"), "a.pdf");
  const text = JSON.stringify(blocks);
  expect(text).toContain("Amount");
  expect(text).toContain("1236.03");
  expect(text).not.toContain("SEAL");
  expect(problems).toEqual([]);
});

test("an entry of which the file keeps no picture is told, not passed over", async () => {
  const { blocks, problems } = await readPdf(filledForm(""), "a.pdf");
  expect(JSON.stringify(blocks)).not.toContain("1236.03");
  expect(problems).toMatchObject([{ code: "form-values-unread", place: { page: 1 } }]);
});
