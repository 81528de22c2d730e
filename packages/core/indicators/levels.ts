// Levels of indicators in both styles: cost among the outputs (财预〔2020〕10号) or a level of its own
// (财预〔2021〕101号). 可持续影响指标 is not among the second's, but many places' forms still print it.

/** LevelStyle (指标体系样式): where a form puts cost. */
export type LevelStyle = "cost-in-output" | "cost-apart";

interface Level2 {
  readonly short: string;
  readonly name: string;
  readonly level1: Readonly<Record<LevelStyle, string>>;
}

const same = (short: string, level1: string): Level2 => ({
  short,
  name: `${short}指标`,
  level1: { "cost-in-output": level1, "cost-apart": level1 },
});
const cost = (short: string): Level2 => ({
  short,
  name: `${short}指标`,
  level1: { "cost-in-output": "产出指标", "cost-apart": "成本指标" },
});

const LEVELS: readonly Level2[] = [
  cost("经济成本"),
  cost("社会成本"),
  cost("生态环境成本"),
  same("数量", "产出指标"),
  same("质量", "产出指标"),
  same("时效", "产出指标"),
  { ...same("经济", "效益指标"), name: "经济效益指标" },
  { ...same("社会", "效益指标"), name: "社会效益指标" },
  { ...same("生态", "效益指标"), name: "生态效益指标" },
  same("可持续影响", "效益指标"),
  { ...same("满意度", "满意度指标"), name: "服务对象满意度指标" },
];

/** The full name of a level-2, from any form of its words; undefined for words that name none. */
export function findLevel2(words: string): string | undefined {
  const bare = words.replace(/指标$/u, "");
  if (bare === "成本") return "经济成本指标";
  if (bare === "满意度") return "服务对象满意度指标";
  return LEVELS.find(({ short, name }) => bare === short || bare === name.replace(/指标$/u, ""))?.name;
}

/** The level-1 of a level-2 in a style. */
export function level1Of(level2: string, style: LevelStyle): string {
  return LEVELS.find(({ name }) => name === level2)?.level1[style] ?? level2;
}

/** How a form of the style prints a level-2: where cost is an output, it is simply 成本指标. */
export function printedLevel2(level2: string, style: LevelStyle): string {
  return style === "cost-in-output" && level2 === "经济成本指标" ? "成本指标" : level2;
}

/** True for the words of a level-1 in either style. */
export function isLevel1(words: string): boolean {
  return LEVELS.some(({ level1 }) => Object.values(level1).some((name) => sameWords(name, words)));
}

/** True when two names of levels differ by 指标 at most. */
export function sameWords(left: string, right: string): boolean {
  return left.replace(/指标$/u, "") === right.replace(/指标$/u, "");
}

/** Names of all level-2 in the order of forms. */
export const level2Names: readonly string[] = LEVELS.map(({ name }) => name);
