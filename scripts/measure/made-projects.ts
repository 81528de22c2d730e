// Self-evaluations of made projects: together they spend the project expenditure of the accounts, each is
// scored by the rules of its edition.

import type { FundKind, MadeAccounts } from "./made-accounts.ts";
import { sum } from "./made-accounts.ts";
import type { MadeIndicator } from "./made-indicators.ts";
import { makeIndicators } from "./made-indicators.ts";
import type { MadeUnit } from "./made-unit.ts";
import type { Random } from "./random.ts";
import { partsOf, thousandths } from "./random.ts";

/** MadeProject: a project with its money in 分 and its points in hundredths. */
export interface MadeProject {
  readonly name: string;
  readonly fund: FundKind;
  readonly initial: bigint;
  readonly adjusted: bigint;
  readonly executed: bigint;
  /** Of the money, what was carried over from the year before. */
  readonly carriedOver: bigint;
  /** Rate in percent, in hundredths. */
  readonly rate: number;
  readonly fundingScore: number;
  readonly fundingReason: string;
  readonly indicators: readonly MadeIndicator[];
  readonly total: number;
  readonly grade: string;
}

const NAMES: readonly string[] = [
  "办公设备更新项目",
  "业务系统运行维护费",
  "驻村工作队员工作经费",
  "专项业务工作经费",
  "办公用房维修改造项目",
  "重点任务调研经费",
  "公共服务提升项目",
  "档案整理服务费",
  "基层能力建设项目",
  "宣传培训工作经费",
  "信息化建设项目",
  "便民服务点建设项目",
];

const FULL_RATE = 10_000;
const FULL_FUNDING_SCORE = 1000;
/** A rate below this in hundredths of percent needs a reason. */
const REASON_BELOW = 9000;

/** part ÷ whole in units of 1 ÷ scale, half up. */
function ratio(part: bigint, whole: bigint, scale: number): number {
  return whole === 0n ? 0 : Number((part * BigInt(scale) * 2n + whole) / (whole * 2n));
}

export function makeProjects(unit: MadeUnit, accounts: MadeAccounts, random: Random): readonly MadeProject[] {
  const spentOf = (fund: FundKind): bigint =>
    sum(accounts.entries.filter((one) => one.fund === fund).map(({ project }) => project));
  const funds = (["governmentFund", "stateCapital"] as const).filter((fund) => spentOf(fund) > 0n);
  const general = partsOf(spentOf("generalBudget"), random.whole(2, 6 - funds.length), random);
  const shares: readonly (readonly [FundKind, bigint])[] = [
    ...general.map((executed): readonly [FundKind, bigint] => ["generalBudget", executed]),
    ...funds.map((fund): readonly [FundKind, bigint] => [fund, spentOf(fund)]),
  ];
  const names = random.some(unit.projects ?? NAMES, shares.length);
  return shares.map(([fund, executed], index) =>
    makeProject(
      { unit, name: names[index] ?? "", fund, executed, misses: index === 0 || random.chance(0.4) },
      random,
    ),
  );
}

interface ProjectWish {
  readonly unit: MadeUnit;
  readonly name: string;
  readonly fund: FundKind;
  readonly executed: bigint;
  /** True where some indicator is to fall short. */
  readonly misses: boolean;
}

function makeProject({ unit, name, fund, executed, misses }: ProjectWish, random: Random): MadeProject {
  // Forms without a column for it cannot say why a budget was changed much.
  const hasReason = unit.form.funding?.columns.some(({ field }) => field === "reason") === true;
  const most = hasReason ? 400 : 90;
  const lowest = hasReason ? 760 : 905;
  const isFull = !misses && random.chance(0.6);
  const adjusted = isFull ? executed : (executed * 1000n) / BigInt(random.whole(lowest, 990));
  const initial = random.chance(0.5) ? adjusted : thousandths(adjusted, 1000 + random.whole(-most, most));
  const rate = ratio(executed, adjusted, FULL_RATE);
  const fundingScore = ratio(executed, adjusted, FULL_FUNDING_SCORE);
  const indicators = makeIndicators(
    { unit, executed, adjusted, initial, misses: misses || rate < REASON_BELOW },
    random,
  );
  const total = indicators.reduce((all, { score }) => all + score, fundingScore);
  const bands = unit.edition.scoring.grades.toSorted((a, b) => Number(b.from) - Number(a.from));
  return {
    name,
    fund,
    initial,
    adjusted,
    executed,
    carriedOver: random.chance(0.2) ? thousandths(executed, random.whole(50, 300)) : 0n,
    rate,
    fundingScore,
    fundingReason:
      initial === adjusted && rate >= REASON_BELOW ? "" : "结合年度任务变化调整预算，部分款项跨年支付",
    indicators,
    total,
    grade: bands.find(({ from }) => total >= Number(from) * 100)?.grade ?? "",
  };
}
