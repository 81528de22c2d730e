import { expect, test } from "vitest";

import { pagePicture, pageSizes } from "./page-picture.ts";

/** A PDF with pages of these sizes in points, each with a black square in its lower left corner. */
function pdfOf(sizes: readonly (readonly [width: number, height: number])[]): Uint8Array {
  const drawn = "0 0 10 10 re f";
  const pages = sizes.map(
    ([width, height], index) =>
      `${index + 4} 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 ${width} ${height}]/Contents 3 0 R>> endobj`,
  );
  const kids = sizes.map((_, index) => `${index + 4} 0 R`).join(" ");
  const objects = [
    "1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj",
    `2 0 obj <</Type/Pages/Kids[${kids}]/Count ${sizes.length}>> endobj`,
    `3 0 obj <</Length ${drawn.length}>> stream\n${drawn}\nendstream endobj`,
    ...pages,
  ];
  return new TextEncoder().encode(
    `%PDF-1.7\n${objects.join("\n")}\ntrailer <</Root 1 0 R/Size ${sizes.length + 4}>>\n%%EOF\n`,
  );
}

/** Width and height in dots, as the PNG says. */
function dotsOf(png: Uint8Array): readonly number[] {
  const header = Buffer.from(png);
  return [header.readUInt32BE(16), header.readUInt32BE(20)];
}

test("the sizes of all pages are told in points, in their order", async () => {
  const sizes = await pageSizes(
    pdfOf([
      [595, 842],
      [842, 595],
    ]),
  );
  expect(sizes).toEqual([
    { width: 595, height: 842 },
    { width: 842, height: 595 },
  ]);
});

test("a page is drawn at 130 dots an inch, with its size in points", async () => {
  const { png, width, height } = await pagePicture(pdfOf([[720, 360]]), 1);
  expect([width, height]).toEqual([720, 360]);
  expect(dotsOf(png)).toEqual([1300, 650]);
});

test("a very large page is drawn more coarsely, in its proportions", async () => {
  const { png } = await pagePicture(pdfOf([[6000, 3000]]), 1);
  const [width = 0, height = 0] = dotsOf(png);
  expect(width * height).toBeLessThanOrEqual(12_010_000);
  expect(width / height).toBeCloseTo(2, 2);
});

test.each([0, 2])("page %i of a file of one page is not there", async (number) => {
  await expect(pagePicture(pdfOf([[100, 100]]), number)).rejects.toMatchObject({ code: "not-found" });
});

test("a damaged file is refused with its code", async () => {
  const broken = new TextEncoder().encode("%PDF-1.7\nnothing more");
  await expect(pagePicture(broken, 1)).rejects.toMatchObject({ name: "DocumentError" });
});
