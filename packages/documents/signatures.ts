// What a file really is, told from its first bytes and not from its name, so that a message can say so.

import { DocumentError } from "./document-error.ts";

interface Signature {
  readonly name: string;
  readonly isAt: (bytes: Uint8Array) => boolean;
  readonly advice: string;
  /** A picture is a document without text. */
  readonly isPicture?: true;
}

const startsWith =
  (...wanted: readonly number[]) =>
  (bytes: Uint8Array): boolean =>
    wanted.every((byte, index) => bytes[index] === byte);

const startsWithText = (text: string): ((bytes: Uint8Array) => boolean) =>
  startsWith(...[...text].map((character) => character.charCodeAt(0)));

const MARKUP_SAMPLE = 512;

function isMarkup(pattern: RegExp): (bytes: Uint8Array) => boolean {
  return (bytes) => pattern.test(new TextDecoder("latin1").decode(bytes.subarray(0, MARKUP_SAMPLE)));
}

const SAVE_AS_TEXT = "请先另存为 DOCX、XLSX、PDF 或文本（.txt）再读取。";

const UNPACK = "请先解压再读取。";
const SCAN = "请提供可复制文字的 PDF、Word、Excel 文件或网页；只有扫描件时，先做文字识别（OCR）。";

/** The names of an archive's files stand in it uncompressed, so that its kind shows without unpacking. */
function zipNaming(...names: readonly string[]): (bytes: Uint8Array) => boolean {
  return (bytes) => {
    if (!startsWith(0x50, 0x4b)(bytes)) return false;
    const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return names.some((name) => file.includes(name));
  };
}

/** `RIFF….WEBP`, `….ftypheic`: the kind stands some bytes from the start. */
function textAt(offset: number, ...texts: readonly string[]): (bytes: Uint8Array) => boolean {
  return (bytes) => texts.some((text) => startsWithText(text)(bytes.subarray(offset)));
}

const SIGNATURES: readonly Signature[] = [
  {
    name: "OFD 版式文件",
    isAt: zipNaming("OFD.xml"),
    advice: "请用阅读器打开，导出或打印为 PDF（要能复制文字）再读取。",
  },
  {
    name: "演示文稿（PPTX）",
    isAt: zipNaming("ppt/presentation.xml"),
    advice: "请另存为 PDF 再读取。",
  },
  {
    name: "ODF 文件（ODT、ODS）",
    isAt: zipNaming("application/vnd.oasis.opendocument"),
    advice: "请用 WPS、Office 或 LibreOffice 另存为 DOCX、XLSX 再读取。",
  },
  {
    name: "ZIP 压缩包，或不支持的 Office 文件",
    isAt: startsWith(0x50, 0x4b),
    advice: SAVE_AS_TEXT,
  },
  {
    name: "旧版 Office 文件",
    isAt: startsWith(0xd0, 0xcf, 0x11, 0xe0),
    advice: SAVE_AS_TEXT,
  },
  { name: "RTF 文件", isAt: startsWithText("{\\rtf"), advice: SAVE_AS_TEXT },
  { name: "PNG 图片", isAt: startsWith(0x89, 0x50, 0x4e, 0x47), advice: SCAN, isPicture: true },
  { name: "JPEG 图片", isAt: startsWith(0xff, 0xd8, 0xff), advice: SCAN, isPicture: true },
  { name: "GIF 图片", isAt: startsWithText("GIF8"), advice: SCAN, isPicture: true },
  {
    name: "BMP 图片",
    isAt: (bytes) => startsWithText("BM")(bytes) && bytes.includes(0),
    advice: SCAN,
    isPicture: true,
  },
  { name: "TIFF 图片", isAt: startsWith(0x49, 0x49, 0x2a, 0x00), advice: SCAN, isPicture: true },
  { name: "TIFF 图片", isAt: startsWith(0x4d, 0x4d, 0x00, 0x2a), advice: SCAN, isPicture: true },
  { name: "WebP 图片", isAt: textAt(8, "WEBP"), advice: SCAN, isPicture: true },
  { name: "HEIC 图片", isAt: textAt(4, "ftyphei", "ftypmif1"), advice: SCAN, isPicture: true },
  { name: "音频或视频文件", isAt: textAt(4, "ftyp"), advice: "它不是决算公开材料。" },
  {
    name: "CAJ 文件",
    isAt: startsWithText("CAJ\0"),
    advice: "请用阅读器打开，另存为 PDF 再读取。",
  },
  {
    name: "带附件的电子邮件",
    isAt: isMailWithParts,
    advice: "请打开邮件，把附件另存为文件后再读取。",
  },
  { name: "RAR 压缩包", isAt: startsWithText("Rar!"), advice: UNPACK },
  { name: "7z 压缩包", isAt: startsWith(0x37, 0x7a, 0xbc, 0xaf), advice: UNPACK },
  { name: "GZIP 压缩包", isAt: startsWith(0x1f, 0x8b), advice: UNPACK },
  { name: "XML 文件", isAt: isMarkup(/^[\s\u00EF\u00BB\u00BF]*<\?xml/iu), advice: SAVE_AS_TEXT },
  { name: "可执行程序", isAt: startsWith(0x7f, 0x45, 0x4c, 0x46), advice: "它不是决算公开材料。" },
];

const MAIL_SAMPLE = 16 * 1024;

/** Mail has a sender and a receiver, which a saved web page has not; without parts it is plain text. */
export function isMailWithParts(bytes: Uint8Array): boolean {
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, MAIL_SAMPLE));
  const head = start.split(/\r?\n\r?\n/u, 1)[0] ?? "";
  return (
    /^[\w-]+:/u.test(head) &&
    /^(?:to|received|delivered-to):/imu.test(head) &&
    /^from:/imu.test(head) &&
    /^content-type:\s*multipart\/mixed/imu.test(head)
  );
}

const PDF_MARK_WITHIN = 1024;

/** True for PDF, also where other bytes stand before its mark. */
export function containsPdfMark(bytes: Uint8Array): boolean {
  return new TextDecoder("latin1").decode(bytes.subarray(0, PDF_MARK_WITHIN)).includes("%PDF-");
}

/** True for ZIP archives, Office files among them. */
export const beginsAsZip = startsWith(0x50, 0x4b);

/** True for OLE compound files: legacy and password-protected Office files. */
export const beginsAsOle = startsWith(0xd0, 0xcf, 0x11, 0xe0);

/** True where the first mark of the text is that of markup, in any charset, or of a web archive. */
export function beginsAsMarkup(bytes: Uint8Array): boolean {
  const sample = new TextDecoder("latin1").decode(bytes.subarray(0, MARKUP_SAMPLE)).replaceAll("\0", "");
  return (
    /^[\s\u0080-\u00FF]*<[!?a-z]/iu.test(sample) ||
    /^(?:[\w-]+:.*\r?\n)*(?:mime-version|content-type):/iu.test(sample)
  );
}

/** A kind of file that is known and not read yet, as an error that says what it is; undefined for others. */
export function unsupportedKind(bytes: Uint8Array): DocumentError | undefined {
  const signature = SIGNATURES.find((known) => known.isAt(bytes));
  if (signature === undefined) return undefined;
  return new DocumentError(
    signature.isPicture === true ? "no-text" : "unsupported-format",
    `这是${/^[A-Z]/u.test(signature.name) ? " " : ""}${signature.name}，不论文件名后缀是什么，目前都还不能读取。${signature.advice}`,
  );
}

/** The error for bytes that are no text and of no kind known. */
export function binaryFile(): DocumentError {
  return new DocumentError(
    "unsupported-format",
    "文件内容是二进制数据而不是文字，不论文件名后缀是什么都无法读取。请提供决算公开材料的 PDF、Word、Excel 文件、网页或文本。",
  );
}

const CONTROL_SAMPLE = 64 * 1024;
const CONTROL_SHARE = 0.05;

/** True when so many bytes are control characters that the file cannot be text; UTF-16 has its own test. */
export function looksBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, CONTROL_SAMPLE);
  let controls = 0;
  for (const byte of sample) {
    const isLayout = byte >= 0x08 && byte <= 0x0d;
    if ((byte < 0x20 && !isLayout) || byte === 0x7f) controls += 1;
  }
  return controls > sample.length * CONTROL_SHARE;
}
