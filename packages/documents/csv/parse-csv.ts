// RFC 4180 and what is found instead of it: other delimiters, quotes that never close, ragged rows.

/** CsvRecord: the fields of one record; `row` counts records from 1, as a spreadsheet numbers them. */
export interface CsvRecord {
  readonly row: number;
  readonly fields: readonly string[];
}

export const DELIMITERS = [",", ";", "\t"] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** Cuts text into records. A quote that never closes is content, and quotes then close on their own line. */
export function* csvRecords(text: string, delimiter: Delimiter): Generator<CsvRecord> {
  let at = 0;
  let row = 0;
  let isBroken = false;
  while (at < text.length) {
    const fields: string[] = [];
    for (;;) {
      const field = readField(text, at, delimiter, isBroken);
      isBroken ||= field.isBroken;
      fields.push(field.text);
      at = field.end;
      if (text[at] !== delimiter) break;
      at += 1;
    }
    at += text.startsWith("\r\n", at) ? 2 : 1;
    row += 1;
    yield { row, fields };
  }
}

interface Field {
  readonly text: string;
  /** Where the delimiter, the line's end or the text's end stands. */
  readonly end: number;
  readonly isBroken: boolean;
}

function readField(text: string, start: number, delimiter: Delimiter, isBroken: boolean): Field {
  if (text[start] !== '"') return plainField(text, start, delimiter, isBroken);
  const line = isBroken ? fieldEnd(text, start, "\n") : text.length;
  let content = "";
  let at = start + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0 || quote >= line) return plainField(text, start, delimiter, true);
    content += text.slice(at, quote);
    if (text[quote + 1] !== '"') {
      // What stands between the closing quote and the delimiter belongs to the field.
      const rest = plainField(text, quote + 1, delimiter, isBroken);
      return { ...rest, text: content + rest.text };
    }
    content += '"';
    at = quote + 2;
  }
}

function plainField(text: string, start: number, delimiter: Delimiter, isBroken: boolean): Field {
  const end = fieldEnd(text, start, delimiter);
  return { text: text.slice(start, end), end, isBroken };
}

/** The first delimiter or line end from a position. */
function fieldEnd(text: string, start: number, delimiter: Delimiter | "\n"): number {
  const stop = delimiter.charCodeAt(0);
  let at = start;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === stop || code === 0x0a || code === 0x0d) return at;
    at += 1;
  }
  return at;
}

const SAMPLE_CHARACTERS = 128 * 1024;

/** The delimiter by which most records have the same number of fields; a comma where none does. */
export function delimiterOf(text: string): Delimiter {
  const declared = /^sep=([,;\t])\r?\n/iu.exec(text)?.[1];
  const known = DELIMITERS.find((each) => each === declared);
  if (known !== undefined) return known;
  const sample = text.slice(0, SAMPLE_CHARACTERS);
  let best: { delimiter: Delimiter; agreement: number } = { delimiter: ",", agreement: 0 };
  for (const delimiter of DELIMITERS) {
    const agreement = agreementOf(sample, delimiter);
    if (agreement > best.agreement) best = { delimiter, agreement };
  }
  return best.delimiter;
}

/** How many records have the most frequent number of fields above one. */
function agreementOf(sample: string, delimiter: Delimiter): number {
  const widths = new Map<number, number>();
  for (const { fields } of csvRecords(sample, delimiter)) {
    if (fields.length > 1) widths.set(fields.length, (widths.get(fields.length) ?? 0) + 1);
  }
  return Math.max(0, ...widths.values());
}
