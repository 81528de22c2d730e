// The typefaces of official documents (公文字体): those of the machine where it has them, else those that come
// with the packages. Only the faces chosen here are handed to the engine, so nothing else can slip in.

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

import type { FontFace } from "./font-face.ts";
import { facesOf } from "./font-face.ts";
import type { NamedFont } from "./font-folders.ts";
import { fontsIn, systemFontFolders } from "./font-folders.ts";
import { TypesettingError } from "./typesetting-error.ts";
import { fontOfWebFont } from "./web-font.ts";

const TYPEFACE_NAMES = ["title", "body", "kai", "hei", "song"] as const;

/** TypefaceName: 小标宋, 仿宋, 楷体, 黑体, 宋体. */
export type TypefaceName = (typeof TYPEFACE_NAMES)[number];

/** Typefaces: for each the faces to try in turn, and the files that hold them. */
export interface Typefaces {
  readonly faces: Readonly<Record<TypefaceName, readonly FontFace[]>>;
  readonly files: readonly Buffer[];
}

/** Names under which the official typefaces are installed, the prescribed edition first. */
const OFFICIAL: Readonly<Record<TypefaceName, readonly string[]>> = {
  title: ["方正小标宋简体", "FZXiaoBiaoSong-B05S", "方正小标宋_GBK", "FZXiaoBiaoSong-B05"],
  body: ["仿宋_GB2312", "FangSong_GB2312", "仿宋", "FangSong", "方正仿宋_GBK", "FZFangSong-Z02"],
  kai: ["楷体_GB2312", "KaiTi_GB2312", "楷体", "KaiTi", "方正楷体_GBK", "FZKai-Z03"],
  hei: ["黑体", "SimHei", "方正黑体_GBK", "FZHei-B01"],
  song: ["宋体", "SimSun", "方正书宋_GBK", "FZShuSong-Z01"],
};

type OwnFace = "regular" | "bold" | "hei" | "kai";

const OWN_FILES: Readonly<Record<OwnFace, string>> = {
  regular: "@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf",
  bold: "@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf",
  hei: "@expo-google-fonts/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf",
  kai: "@fontsource/lxgw-wenkai/files/lxgw-wenkai-latin-500-normal.woff",
};

/**
 * Has a glyph for nearly every assigned character, drawn coarsely: for what scans and foreign names bring in, and
 * loaded only when such a character stands in a document.
 */
const LAST_RESORT = "@fontsource/unifont/files/unifont-latin-400-normal.woff";

/** What stands in where the machine lacks a typeface; no free 仿宋 comes with npm, and 宋体 is the nearest. */
const STAND_IN: Readonly<Record<TypefaceName, OwnFace>> = {
  title: "bold",
  body: "regular",
  kai: "kai",
  hei: "hei",
  song: "regular",
};

interface FontFile {
  readonly file: Buffer;
  readonly faces: readonly FontFace[];
}

/** Finds the typefaces: in the folders named, then among those of the system, then in the packages. */
export async function findTypefaces(
  fontDirectories: readonly string[],
  { withLastResort = false }: { readonly withLastResort?: boolean } = {},
): Promise<Typefaces> {
  const [official, own] = await Promise.all([officialFonts(fontDirectories), ownFonts()]);
  const last = withLastResort ? [await ownFont(LAST_RESORT)] : [];
  const chain = (name: TypefaceName): readonly FontFace[] => [
    ...(official[name]?.faces ?? []),
    ...own[STAND_IN[name]].faces,
    ...[own.regular, own.hei, own.kai, ...last].flatMap(({ faces }) => faces),
  ];
  const fonts = [...Object.values(official), ...Object.values(own), ...last];
  return {
    faces: {
      title: chain("title"),
      body: chain("body"),
      kai: chain("kai"),
      hei: chain("hei"),
      song: chain("song"),
    },
    files: [...new Set(fonts.map(({ file }) => file))],
  };
}

async function ownFonts(): Promise<Readonly<Record<OwnFace, FontFile>>> {
  const [regular, bold, hei, kai] = await Promise.all([
    ownFont(OWN_FILES.regular),
    ownFont(OWN_FILES.bold),
    ownFont(OWN_FILES.hei),
    ownFont(OWN_FILES.kai),
  ]);
  return { regular, bold, hei, kai };
}

async function ownFont(path: string): Promise<FontFile> {
  try {
    const bytes = await readFile(createRequire(import.meta.url).resolve(path));
    const file = fontOfWebFont(bytes) ?? bytes;
    return { file, faces: facesOf(file) };
  } catch (cause) {
    throw new TypesettingError("font-missing", "随附的字体不完整，无法排版。请在项目目录重新执行 npm ci。", {
      cause,
    });
  }
}

type OfficialFonts = Partial<Readonly<Record<TypefaceName, FontFile>>>;

/** The official typefaces on this machine; a folder the user names goes before those of the system. */
async function officialFonts(named: readonly string[]): Promise<OfficialFonts> {
  const ours = (await Promise.all(named.map(fontsInNamedFolder))).flat();
  const system = (
    await Promise.all(systemFontFolders().map((folder) => fontsIn(folder).catch(() => [])))
  ).flat();
  const opened = new Map<string, Promise<FontFile>>();
  const load = (path: string): Promise<FontFile> => {
    const loading = opened.get(path) ?? loadFont(path);
    opened.set(path, loading);
    return loading;
  };
  const found: Partial<Record<TypefaceName, FontFile>> = {};
  for (const name of TYPEFACE_NAMES) {
    const names = OFFICIAL[name];
    const font = bestFont(ours, names) ?? bestFont(system, names);
    if (font === undefined) continue;
    const { file, faces } = await load(font.path);
    found[name] = { file, faces: faces.filter(({ families }) => rankOf(families, names) < names.length) };
  }
  return found;
}

async function fontsInNamedFolder(folder: string): Promise<readonly NamedFont[]> {
  const fonts = await fontsIn(folder).catch((cause: unknown) => {
    throw noFonts(folder, cause);
  });
  if (fonts.length === 0) throw noFonts(folder);
  return fonts;
}

function noFonts(folder: string, cause?: unknown): TypesettingError {
  return new TypesettingError(
    "font-missing",
    `字体文件夹“${folder}”不存在、无法读取，或里面没有字体文件（.ttf、.otf、.ttc）。请检查路径；不指定时使用随附字体。`,
    { cause },
  );
}

async function loadFont(path: string): Promise<FontFile> {
  const file = await readFile(path);
  const faces = facesOf(file);
  if (faces.length > 0) return { file, faces };
  throw new TypesettingError(
    "font-missing",
    `字体文件“${path}”已损坏，无法使用。请重新安装这个字体，或移走该文件。`,
  );
}

function bestFont(fonts: readonly NamedFont[], names: readonly string[]): NamedFont | undefined {
  const ranked = fonts.map((font) => ({ font, rank: rankOf(font.families, names) }));
  const best = Math.min(...ranked.map(({ rank }) => rank), names.length);
  return best === names.length ? undefined : ranked.find(({ rank }) => rank === best)?.font;
}

/** Place of the best of the families among the names; their number where none is among them. */
function rankOf(families: readonly string[], names: readonly string[]): number {
  const ranks = families.map((family) => names.indexOf(family)).filter((rank) => rank !== -1);
  return Math.min(...ranks, names.length);
}
