// What a district office is sent: an archive of reports in mixed formats, some with an error, some that cannot be read,
// some that are no reports. All of it is made.

import { asDocx, asHtml, asXlsx } from "@jueming/pipeline/testing/sample-formats.ts";
import { storedZip } from "@jueming/pipeline/testing/stored-zip.ts";

import { generateReport } from "../../../scripts/measure/generate-report.ts";
import { injectError } from "../../../scripts/measure/inject-error.ts";
import { randomFrom } from "../../../scripts/measure/random.ts";

const FORMATS: readonly (readonly [extension: string, write: (text: string) => Uint8Array | string])[] = [
  ["txt", (text) => text],
  ["docx", asDocx],
  ["html", asHtml],
  ["xlsx", asXlsx],
];

/** MixedArchive: the archive, and how many of its files cannot be checked. */
export interface MixedArchive {
  readonly bytes: Buffer;
  readonly files: number;
  readonly unreadable: number;
}

/** An archive of so many files. */
export function mixedArchive(files: number): MixedArchive {
  const broken = brokenFiles();
  const reports = Array.from({ length: files - broken.length }, (_, index) => reportFile(index + 1));
  const bytes = storedZip(Object.fromEntries([...reports, ...broken]));
  return { bytes, files, unreadable: broken.length };
}

/** A report of a unit of its own; every third one has a figure changed. */
function reportFile(seed: number): readonly [string, Uint8Array | string] {
  const report = generateReport(seed);
  const wrong = seed % 3 === 0 ? injectError(report, report.spots, randomFrom(seed)) : undefined;
  const { name } = report.unit;
  const text = (wrong?.lines ?? report.lines).join("\n").replaceAll(name, `${name}第${seed}分中心`);
  const [extension, write] = FORMATS[seed % FORMATS.length] ?? ["txt", (same: string) => same];
  return [`报送/${String(seed).padStart(3, "0")}.${extension}`, write(text)];
}

const brokenFiles = (): readonly (readonly [string, Uint8Array | string])[] => [
  ["报送/空.txt", ""],
  ["报送/截断.docx", asDocx(generateReport(1).lines.join("\n")).subarray(0, 3000)],
  ["报送/零.bin", new Uint8Array(20_000)],
  ["报送/只有头.pdf", "%PDF-1.7\n%abc\n"],
  ["报送/通知.txt", "关于召开年度工作会议的通知。\n"],
];
