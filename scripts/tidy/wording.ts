// What the text of a file must not say, how long it may be, and what it may be called.
import { chineseNames, latinNames } from "./province-names.ts";
import type { Problem, SourceFile } from "./source-tree.ts";
import { lineOf } from "./source-tree.ts";

const maximumLines = 400;
/** A test by cases is a table: it grows with what it covers, and is read by its rows. */
const maximumTestLines = 1000;

/** Files that may be longer, each with its reason. */
const longFiles: Readonly<Record<string, string>> = {};

/** Files outside regions/ that may name a province, each with its reason. */
const provinceNamingFiles: Readonly<Record<string, string>> = {
  "scripts/tidy/province-names.ts": "the list of the names that are looked for",
};

const emptyNames = /(?:^|[/-])(?:utils?|helpers?|common|manager|data|misc)(?=[/.-])/;

export function checkWording(files: readonly SourceFile[]): readonly Problem[] {
  return files.flatMap((file) => [
    ...tooLong(file),
    ...emptyName(file),
    ...namesProvince(file),
    ...namesRegistryOrHost(file),
    ...namesWorkplace(file),
  ]);
}

function tooLong(file: SourceFile): readonly Problem[] {
  const lines = file.text.replace(/\n$/, "").split("\n").length;
  const maximum = file.isTest ? maximumTestLines : maximumLines;
  if (!file.isCode || lines <= maximum || file.path in longFiles) return [];
  return [{ path: file.path, message: `has ${lines} lines, more than ${maximum}: split it by purpose` }];
}

function emptyName(file: SourceFile): readonly Problem[] {
  const match = file.isCode ? emptyNames.exec(file.path) : null;
  return match === null
    ? []
    : [{ path: file.path, message: `"${match[0]}" says nothing: name it by what it does` }];
}

function namesProvince(file: SourceFile): readonly Problem[] {
  const isFree = !file.isCode || file.isTest || file.path.startsWith("packages/core/regions/");
  if (isFree || file.path in provinceNamingFiles) return [];
  return matches(file, provinceName, (name) => `names a province (${name}); only packages/core/regions/ may`);
}

/** A name in Chinese, or in letters as a whole word or as one word of a camelCase name. */
const provinceName = new RegExp(
  [
    ...chineseNames,
    ...latinNames.flatMap((name) => [
      `(?<![A-Za-z])${name}(?![a-z])`,
      `${name.charAt(0).toUpperCase()}${name.slice(1)}(?![a-z])`,
      `(?<![A-Z])${name.toUpperCase()}(?![A-Z])`,
    ]),
  ].join("|"),
  "g",
);

// A class of one letter in each word, so that this file does not contain what it forbids.
const registryHost = /registry[.]npmjs|registry[.]yarnpkg|npm[m]irror|jsr[.]io/g;
const localHost = /https?:[/]{2}(?:localhost|127[.]0[.]0[.]1|0[.]0[.]0[.]0)/g;
const workplace = /(?<![\w.~*])[/](?:work|tmp)[/]/g;

function namesRegistryOrHost(file: SourceFile): readonly Problem[] {
  // A guide may tell the reader where to find the application that runs on the reader's own machine.
  const isGuide = file.path.endsWith(".md");
  return [
    ...matches(
      file,
      registryHost,
      (name) => `names the registry ${name}; which one serves is the machine's affair`,
    ),
    ...(isGuide ? [] : matches(file, localHost, (name) => `names ${name}; an address is a setting`)),
  ];
}

function namesWorkplace(file: SourceFile): readonly Problem[] {
  return matches(file, workplace, (name) => `names ${name}, a folder of one machine`);
}

function matches(file: SourceFile, words: RegExp, say: (word: string) => string): readonly Problem[] {
  return [...file.text.matchAll(words)].map((match) => ({
    path: file.path,
    line: lineOf(file.text, match.index),
    message: say(match[0]),
  }));
}
