import { allDivisions, ancestors, type Division } from "./divisions.ts";

/** A place named in a text. */
export interface PlaceMention {
  readonly division: Division;
  /** Where the name begins in the text. */
  readonly index: number;
  /** The name as it stands in the text. */
  readonly name: string;
  /** Divisions of the same name that could be meant as well; none when the text itself decides. */
  readonly otherReadings: readonly Division[];
}

interface NameIndex {
  /** Names by their first two characters, the longest first. */
  readonly byBeginning: ReadonlyMap<string, readonly string[]>;
  readonly byName: ReadonlyMap<string, readonly Division[]>;
  readonly byBareName: ReadonlyMap<string, readonly Division[]>;
}

const peoples =
  "蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|高山|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|达斡尔|" +
  "仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|怒|乌孜别克|俄罗斯|鄂温克|德昂|保安|裕固|京|塔塔尔|独龙|鄂伦春|赫哲|门巴|珞巴|基诺|各";
const autonomousEnding = new RegExp(
  `(?:(?:${peoples})族|蒙古|维吾尔|柯尔克孜|哈萨克|塔吉克|锡伯)*自治(?:区|州|县|旗)$`,
);
const plainEnding = /(?:特别行政区|地区|林区|省|市|县|区|盟|旗)$/;

/** Names that are also ordinary words of offices ("新城区道路", "合作市场"): they count only where a place is named. */
const ordinaryWords = new Set(
  (
    "城区 郊区 矿区 东区 西区 新城区 老城区 古城区 新市区 市中区 市南区 市北区 城中区 城东区 城西区 城北区 城关区 站前区 平房区 " +
    "和平区 平安区 安定区 安居区 太平区 光明区 友好区 前进区 前锋区 向阳区 振兴区 复兴区 新兴区 解放区 红旗区 工农区 惠农区 建安区 " +
    "新建区 中原区 中站区 西市区 山城区 江城区 上城区 河北区 河东区 河西区 江北区 江南区 港口区 海港区 运河区 滨江区 滨湖区 大通区 " +
    "南山区 东山区 西山区 青山区 红山区 宝山区 松山区 万山区 名山区 西湖区 南湖区 北湖区 东湖区 合作市 东方市 新星市 南部县 资源县 " +
    "公安县 新兴县 富裕县 富民县 惠民县 民权县 民乐县 中方县 和平县 友谊县 共和县 滨海县 同心县 延长县 新建县 文明县"
  ).split(" "),
);

/** What may stand before a place's name in the name of an office or a sentence, beside the places above it. */
const opening = /(?:^|[^\p{Script=Han}]|中共|中国共产党|共青团|政协|年|年度|在|赴)$/u;
/** What shows that the last character of the name belongs to the next word ("区域", "市场"). */
const continued: Readonly<Record<string, RegExp>> = { 区: /^[域划间块]/, 县: /^域/, 市: /^[场值价]/ };

let built: NameIndex | undefined;

/**
 * The places named in a text, from left to right, the longest name first. A name needs its 省, 市, 县, 区, 旗 …,
 * except where the whole text is the bare name. Of several bearers of a name the one is taken that lies in a place
 * named before.
 */
export function findDivisionsInText(text: string): readonly PlaceMention[] {
  const whole = bareMention(text);
  if (whole !== undefined) return [whole];
  const mentions: PlaceMention[] = [];
  let index = 0;
  while (index < text.length - 1) {
    const mention = mentionAt(text, index, mentions);
    if (mention !== undefined) mentions.push(mention);
    index += mention?.name.length ?? 1;
  }
  return mentions;
}

function mentionAt(text: string, index: number, before: readonly PlaceMention[]): PlaceMention | undefined {
  const { byBeginning, byName } = nameIndex();
  for (const name of byBeginning.get(text.slice(index, index + 2)) ?? []) {
    if (!text.startsWith(name, index)) continue;
    const bearers = byName.get(name) ?? [];
    const mention = chooseBearer(name, index, bearers, before);
    if (mention !== undefined && isNamedHere(text, mention, before.at(-1))) return mention;
  }
  return undefined;
}

function chooseBearer(
  name: string,
  index: number,
  bearers: readonly Division[],
  before: readonly PlaceMention[],
): PlaceMention | undefined {
  for (const { division: above } of before.toReversed()) {
    const inside = bearers.filter((bearer) => isInside(bearer, above));
    const [only] = inside;
    if (only !== undefined && inside.length === 1) return { division: only, index, name, otherReadings: [] };
  }
  const [division, ...otherReadings] = bearers;
  return division === undefined ? undefined : { division, index, name, otherReadings };
}

/** Whether the characters are the name of a place here and not a piece of other words. */
function isNamedHere(text: string, mention: PlaceMention, last: PlaceMention | undefined): boolean {
  const { name, index, division } = mention;
  const after = text.slice(index + name.length, index + name.length + 2);
  if (continued[name.at(-1) ?? ""]?.test(after) === true) return false;
  const isWeak = name.length === 2 || ordinaryWords.has(name);
  if (!isWeak || followsPlaceAbove(text, index, division, last)) return true;
  return opening.test(text.slice(Math.max(0, index - 5), index)) && !after.startsWith("级");
}

function followsPlaceAbove(
  text: string,
  index: number,
  division: Division,
  last: PlaceMention | undefined,
): boolean {
  if (last === undefined || text.slice(last.index + last.name.length, index).trim() !== "") return false;
  return [last.division, ...last.otherReadings].some((above) => isInside(division, above));
}

function isInside(division: Division, above: Division): boolean {
  return above.code === division.code || ancestors(division.code).some(({ code }) => code === above.code);
}

function bareMention(text: string): PlaceMention | undefined {
  const name = text.trim();
  const [division, ...otherReadings] = nameIndex().byBareName.get(name) ?? [];
  return division === undefined ? undefined : { division, index: text.indexOf(name), name, otherReadings };
}

/** A name without its ending and the peoples of an autonomous place; a single character is no name. */
function bareName(name: string): string | undefined {
  if (name.endsWith("新区") || ordinaryWords.has(name)) return undefined;
  const endings = name.includes("自治") ? [autonomousEnding, /自治[区州县旗]$/] : [plainEnding];
  return endings.map((ending) => name.replace(ending, "")).find((bare) => bare.length >= 2 && bare !== name);
}

function nameIndex(): NameIndex {
  built ??= buildNameIndex(allDivisions());
  return built;
}

function buildNameIndex(divisions: readonly Division[]): NameIndex {
  const byName = Map.groupBy(divisions, ({ name }) => name);
  const named = divisions.filter(({ name }) => bareName(name) !== undefined);
  const byBareName = Map.groupBy(named, ({ name }) => bareName(name) ?? name);
  const byBeginning = Map.groupBy(byName.keys(), (name) => name.slice(0, 2));
  for (const names of byBeginning.values()) names.sort((left, right) => right.length - left.length);
  return { byBeginning, byName, byBareName };
}
