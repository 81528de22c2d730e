// A small writer of PDFs for tests: uncompressed, one composite font without a font file whose ToUnicode map
// says what its glyphs are, and content given as drawing operators.

/** TestPage: the content stream of a page and what its dictionary says besides. */
export interface TestPage {
  readonly content: string;
  readonly width?: number;
  readonly height?: number;
  /** Further entries, such as "/Rotate 90". */
  readonly entries?: string;
}

/** TestPdfOptions: forms by name, which pages draw with `/Name Do`. */
export interface TestPdfOptions {
  readonly forms?: Readonly<Record<string, string>>;
  /** Characters that the ToUnicode map sends to private codes. */
  readonly unmapped?: string;
}

const PAGES_OBJECT = 2;
const FONT_OBJECT = 3;
const FIRST_FREE = 7;

/** Writes a PDF of the given pages. */
export function writePdf(pages: readonly TestPage[], options: TestPdfOptions = {}): Uint8Array {
  const forms = Object.entries(options.forms ?? {});
  const pageNumber = (index: number): number => FIRST_FREE + forms.length + index * 2;
  const xObjects = forms.map(([name], index) => `/${name} ${FIRST_FREE + index} 0 R`).join(" ");
  const resources = `/Resources << /Font << /F ${FONT_OBJECT} 0 R >> /XObject << ${xObjects} >> >>`;
  const objects = new Map<number, string>([
    [1, `<< /Type /Catalog /Pages ${PAGES_OBJECT} 0 R >>`],
    [
      PAGES_OBJECT,
      `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, index) => `${pageNumber(index)} 0 R`).join(" ")}] >>`,
    ],
    ...fontObjects(options.unmapped ?? ""),
    ...forms.map(([, content], index): [number, string] => [
      FIRST_FREE + index,
      stream(content, `/Type /XObject /Subtype /Form /BBox [0 0 2000 2000] ${resources}`),
    ]),
    ...pages.flatMap((page, index): [number, string][] => [
      [
        pageNumber(index),
        `<< /Type /Page /Parent ${PAGES_OBJECT} 0 R /MediaBox [0 0 ${page.width ?? 595} ${page.height ?? 842}] ` +
          `/Contents ${pageNumber(index) + 1} 0 R ${resources} ${page.entries ?? ""} >>`,
      ],
      [pageNumber(index) + 1, stream(page.content, "")],
    ]),
  ]);
  return assemble(objects);
}

function fontObjects(unmapped: string): readonly [number, string][] {
  return [
    [
      FONT_OBJECT,
      "<< /Type /Font /Subtype /Type0 /BaseFont /Test /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>",
    ],
    [
      4,
      "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Test /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 6 0 R /DW 1000 /W [32 126 500] >>",
    ],
    [5, stream(toUnicode(unmapped), "")],
    [
      6,
      "<< /Type /FontDescriptor /FontName /Test /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 900 /Descent -200 /CapHeight 700 /StemV 80 >>",
    ],
  ];
}

/** Glyph numbers are the characters' own codes. */
function toUnicode(unmapped: string): string {
  const lines: string[] = [];
  for (let high = 0; high < 256; high += 1) {
    if (high >= 0xd8 && high <= 0xdf) continue;
    const holes = [...unmapped]
      .map((character) => character.charCodeAt(0))
      .filter((code) => code >> 8 === high);
    lines.push(...holes.map((hole) => `<${hex(hole)}> <${hex(hole)}> <E000>`));
    let from = high << 8;
    for (const hole of [...holes.toSorted((one, two) => one - two), (high << 8) + 256]) {
      if (hole > from) lines.push(`<${hex(from)}> <${hex(hole - 1)}> <${hex(from)}>`);
      from = hole + 1;
    }
  }
  const blocks: string[] = [];
  for (let at = 0; at < lines.length; at += 100) {
    const part = lines.slice(at, at + 100);
    blocks.push(`${part.length} beginbfrange\n${part.join("\n")}\nendbfrange`);
  }
  return `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /T def /CMapType 2 def\n1 begincodespacerange <0000> <FFFF> endcodespacerange\n${blocks.join("\n")}\nendcmap end end`;
}

const hex = (code: number): string => code.toString(16).padStart(4, "0").toUpperCase();

function stream(content: string, entries: string): string {
  return `<< /Length ${content.length} ${entries} >>\nstream\n${content}\nendstream`;
}

function assemble(objects: ReadonlyMap<number, string>): Uint8Array {
  let text = "%PDF-1.7\n";
  const offsets = new Map<number, number>();
  const size = Math.max(...objects.keys()) + 1;
  for (const [number, body] of objects) {
    offsets.set(number, text.length);
    text += `${number} 0 obj\n${body}\nendobj\n`;
  }
  const start = text.length;
  text += `xref\n0 ${size}\n0000000000 65535 f \n`;
  for (let number = 1; number < size; number += 1) {
    text += `${String(offsets.get(number) ?? 0).padStart(10, "0")} 00000 ${offsets.has(number) ? "n" : "f"} \n`;
  }
  text += `trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return new TextEncoder().encode(text);
}

/** The operators that print text with its origin at x, y from the lower left. */
export function textAt(x: number, y: number, text: string, size = 10): string {
  return matrixText([1, 0, 0, 1, x, y], text, size);
}

/** The operators that print text through a matrix. */
export function matrixText(matrix: readonly number[], text: string, size = 10): string {
  const codes = [...text].map((character) => hex(character.charCodeAt(0))).join("");
  return `BT /F ${size} Tf ${matrix.join(" ")} Tm <${codes}> Tj ET\n`;
}

/** The operators that stroke a line. */
export const strokeLine = (x1: number, y1: number, x2: number, y2: number): string =>
  `${x1} ${y1} m ${x2} ${y2} l S\n`;

/** TestGrid: a ruled table from its upper left corner. */
export interface TestGrid {
  readonly left: number;
  readonly top: number;
  readonly widths: readonly number[];
  readonly height: number;
  readonly rows: readonly (readonly string[])[];
}

/** Draws the texts of a grid, and its lines unless told otherwise. */
export function drawGrid({ left, top, widths, height, rows }: TestGrid, isRuled = true): string {
  const xs = widths.reduce<readonly number[]>(
    (borders, width) => [...borders, (borders.at(-1) ?? left) + width],
    [left],
  );
  const right = xs.at(-1) ?? left;
  const bottom = top - height * rows.length;
  const lines = [
    ...xs.map((x) => strokeLine(x, top, x, bottom)),
    ...Array.from({ length: rows.length + 1 }, (_, row) =>
      strokeLine(left, top - row * height, right, top - row * height),
    ),
  ];
  const texts = rows.flatMap((row, rowIndex) =>
    row.map((text, column) =>
      textAt((xs[column] ?? left) + 4, top - rowIndex * height - height * 0.65, text),
    ),
  );
  return [...(isRuled ? lines : []), ...texts].join("");
}
