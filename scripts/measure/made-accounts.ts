// The accounts of a made unit, in 分: what was received and spent by 功能分类, what basic expenditure was for,
// and the same for the year before and for the initial budget. Everything agrees with everything else.

import { economicRows } from "@jueming/core/accounts/classification/economic-classification.ts";
import { functionCodes } from "@jueming/core/accounts/classification/function-classification.ts";
import { makeBasicExpenditure } from "./made-basic-expenditure.ts";
import type { MadeUnit } from "./made-unit.ts";
import type { Random } from "./random.ts";
import { thousandths } from "./random.ts";

/** FundKind: whose money it is; "own" is all that is not 财政拨款. */
export type FundKind = "generalBudget" | "governmentFund" | "stateCapital" | "own";

/** Entry: one fund on one 项 of 功能分类; opening + income = basic + project + operating + closing. */
export interface Entry {
  readonly code: string;
  readonly fund: FundKind;
  readonly opening: bigint;
  readonly income: bigint;
  readonly basic: bigint;
  readonly project: bigint;
  /** 经营支出 */
  readonly operating: bigint;
  readonly closing: bigint;
  /** Column of 收入决算表 that own income stands in. */
  readonly incomeColumn: string;
}

/** MadeAccounts: all that the ten tables and the explanation state, exactly. */
export interface MadeAccounts {
  readonly entries: readonly Entry[];
  /** Names of the 类, 款 and 项 that occur. */
  readonly names: ReadonlyMap<string, string>;
  /** Basic expenditure of the general budget by economic 款. */
  readonly economic: ReadonlyMap<string, bigint>;
  /** Of “三公”经费 by item, whole-year budget and final. */
  readonly threePublic: Readonly<
    Record<"budget" | "final" | "prior", Readonly<Record<ThreePublicItem, bigint>>>
  >;
  readonly procurement: readonly [goods: bigint, works: bigint, services: bigint];
  /** Vehicles by line of the statistics. */
  readonly vehicles: ReadonlyMap<string, number>;
  readonly equipment: number;
  /** 使用非财政拨款结余 and 结余分配, which own money alone has. */
  readonly surplusUsed: bigint;
  readonly surplusShared: bigint;
  readonly prior: PriorYear;
  /** Initial budget of the general budget by 类. */
  readonly initial: ReadonlyMap<string, bigint>;
}

type ThreePublicItem = "abroad" | "vehiclePurchase" | "vehicleRunning" | "reception";

/** PriorYear: what comparisons need of the year before. */
interface PriorYear {
  /** General-budget expenditure by 类. */
  readonly classes: ReadonlyMap<string, bigint>;
  readonly fiscalTotal: bigint;
  readonly total: bigint;
  readonly runningCosts: bigint;
  readonly governmentFund: bigint;
  readonly stateCapital: bigint;
}

/** Codes of 政府性基金 and 国有资本经营 at the lowest level, with the names of their 款. */
const FUND_CODES: readonly (readonly [code: string, name: string, section: string])[] = [
  ["2120804", "农村基础设施建设支出", "国有土地使用权出让收入安排的支出"],
  ["2120899", "其他国有土地使用权出让收入安排的支出", "国有土地使用权出让收入安排的支出"],
  ["2296002", "用于社会福利的彩票公益金支出", "彩票公益金安排的支出"],
];
const CAPITAL_CODE = [
  "2230105",
  "国有企业退休人员社会化管理补助支出",
  "解决历史遗留问题及改革成本支出",
] as const;

const PERSONNEL_ITEM = /^(?:208(?:05|27)|21011|22102)/u;
const OFFICE_SECTION = /^201/u;

export const sum = (amounts: Iterable<bigint>): bigint =>
  [...amounts].reduce((total, one) => total + one, 0n);

/** 项 that a project may be booked to: listed for sure, and of no custom that says basic expenditure. */
function projectCodes(): readonly string[] {
  return functionCodes
    .filter(({ level, uncertain, lastYear }) => level === 3 && !uncertain && lastYear === undefined)
    .filter(({ code, name }) => !PERSONNEL_ITEM.test(code) && !/行政运行|事业运行|机关服务/u.test(name))
    .map(({ code }) => code);
}

const codeNames: ReadonlyMap<string, string> = new Map(functionCodes.map(({ code, name }) => [code, name]));

/** The 项 that the list gives once for all offices. */
const OFFICE_NAMES: Readonly<Record<string, string>> = { "01": "行政运行", "02": "一般行政管理事务" };

function namesOf(codes: Iterable<string>): ReadonlyMap<string, string> {
  const special = [...FUND_CODES, CAPITAL_CODE];
  return new Map(
    [...codes].flatMap((code) => {
      const made = special.find(([own]) => own === code);
      return [code.slice(0, 3), code.slice(0, 5), code].map((each): readonly [string, string] => [
        each,
        made === undefined || each.length === 3
          ? (codeNames.get(each) ?? OFFICE_NAMES[each.slice(5)] ?? "其他支出")
          : each.length === 5
            ? made[2]
            : made[1],
      ]);
    }),
  );
}

/** An entry whose income closes the account: what was there and what came in is spent or carried on. */
function entry(
  code: string,
  fund: FundKind,
  spent: Partial<Pick<Entry, "basic" | "project" | "operating">>,
  random: Random,
): Entry {
  const { basic = 0n, project = 0n, operating = 0n } = spent;
  const all = basic + project + operating;
  const carries = fund === "own" || (project > 0n && random.chance(0.25));
  const opening = carries && random.chance(0.7) ? thousandths(all, random.whole(10, 400)) : 0n;
  const closing = carries && random.chance(0.7) ? thousandths(all, random.whole(10, 300)) : 0n;
  const incomeColumn =
    fund === "own"
      ? operating > 0n
        ? "operating"
        : random.pick(["undertaking", "other", "superiorSubsidy"])
      : "appropriation";
  return {
    code,
    fund,
    opening,
    basic,
    project,
    operating,
    closing,
    income: all + closing - opening,
    incomeColumn,
  };
}

function makeEntries(unit: MadeUnit, basic: ReadonlyMap<string, bigint>, random: Random): readonly Entry[] {
  const candidates = projectCodes();
  const main = unit.mainCode?.slice(0, 5) ?? mainSection(basic);
  const ofOffice = candidates.filter((code) => code.startsWith(main));
  const others = candidates.filter((code) =>
    unit.mainCode === null
      ? !OFFICE_SECTION.test(code)
      : code.startsWith(main.slice(0, 3)) && !code.startsWith(main),
  );
  const chosen = new Set([
    ...random.some(ofOffice, random.whole(1, 3)),
    ...random.some(others, random.whole(0, 4)),
  ]);
  const general = [
    ...[...basic].map(([code, amount]) => entry(code, "generalBudget", { basic: amount }, random)),
    ...[...chosen].map((code) =>
      entry(code, "generalBudget", { project: random.money(2, random.pick([40, 400, 4000])) }, random),
    ),
  ];
  const fund = random.chance(0.3)
    ? random
        .some(FUND_CODES, random.whole(1, 2))
        .map(([code]) => entry(code, "governmentFund", { project: random.money(5, 900) }, random))
    : [];
  const capital = random.chance(0.15)
    ? [entry(CAPITAL_CODE[0], "stateCapital", { project: random.money(3, 60) }, random)]
    : [];
  return [...general, ...fund, ...capital, ...ownEntries(unit, [...basic.keys()][0] ?? "", random)];
}

function mainSection(basic: ReadonlyMap<string, bigint>): string {
  return ([...basic.keys()].find((code) => OFFICE_SECTION.test(code)) ?? "").slice(0, 5);
}

function ownEntries(unit: MadeUnit, code: string, random: Random): readonly Entry[] {
  if (unit.type !== "institution" || !random.chance(0.6)) return [];
  const own = [entry(code, "own", { basic: random.money(3, 200) }, random)];
  return random.chance(0.3) ? [...own, entry(code, "own", { operating: random.money(2, 50) }, random)] : own;
}

/** Last year: by 类 more, less, the same, or nothing at all; totals are sums of these. */
function makePrior(entries: readonly Entry[], runningCosts: bigint, random: Random): PriorYear {
  const factor = (amount: bigint): bigint => {
    const kind = random.whole(1, 10);
    if (kind === 1) return amount;
    return kind === 2 ? 0n : thousandths(amount, random.whole(400, 1700));
  };
  const spentBy = (fund: FundKind): bigint =>
    sum(
      entries
        .filter((one) => one.fund === fund)
        .map(({ basic, project, operating }) => basic + project + operating),
    );
  const classes = new Map([...classTotals(entries)].map(([code, amount]) => [code, factor(amount)]));
  const [governmentFund, stateCapital, own] = [
    factor(spentBy("governmentFund")),
    factor(spentBy("stateCapital")),
    factor(spentBy("own")),
  ];
  const fiscal = entries.filter(({ fund }) => fund !== "own");
  const fiscalTotal =
    sum(classes.values()) + governmentFund + stateCapital + sum(fiscal.map(({ opening }) => opening));
  const ownOpening = sum(entries.filter(({ fund }) => fund === "own").map(({ opening }) => opening));
  return {
    classes,
    fiscalTotal,
    total: fiscalTotal + own + ownOpening,
    runningCosts: factor(runningCosts),
    governmentFund,
    stateCapital,
  };
}

/** General-budget expenditure by 类, in the order of codes. */
export function classTotals(entries: readonly Entry[]): ReadonlyMap<string, bigint> {
  const general = entries.filter(({ fund }) => fund === "generalBudget");
  const codes = [...new Set(general.map(({ code }) => code.slice(0, 3)))].toSorted();
  return new Map(
    codes.map((code) => [
      code,
      sum(general.filter((one) => one.code.startsWith(code)).map(({ basic, project }) => basic + project)),
    ]),
  );
}

function makeThreePublic(economic: ReadonlyMap<string, bigint>, random: Random): MadeAccounts["threePublic"] {
  const of = (code: string, often: number, most: number): bigint =>
    (economic.get(code) ?? 0n) + (random.chance(often) ? random.money(0.2, most) : 0n);
  const final = {
    abroad: of("30212", 0.05, 8),
    vehiclePurchase: of("31013", 0.05, 18),
    vehicleRunning: of("30231", 0.2, 6),
    reception: of("30217", 0.2, 3),
  };
  const each = (change: (amount: bigint) => bigint): Record<ThreePublicItem, bigint> => ({
    abroad: change(final.abroad),
    vehiclePurchase: change(final.vehiclePurchase),
    vehicleRunning: change(final.vehicleRunning),
    reception: change(final.reception),
  });
  return {
    final,
    budget: each((amount) => (random.chance(0.5) ? amount : thousandths(amount, random.whole(1000, 1600)))),
    prior: each((amount) => (random.chance(0.3) ? amount : thousandths(amount, random.whole(300, 1800)))),
  };
}

function makeVehicles(accounts: MadeAccounts["threePublic"], random: Random): ReadonlyMap<string, number> {
  const { vehicleRunning, vehiclePurchase } = accounts.final;
  const lines = ["9", "10", "11", "12", "15"];
  const count = vehicleRunning > 0n || vehiclePurchase > 0n ? random.whole(1, 3) : 0;
  return new Map(random.some(lines, count).map((line) => [line, random.whole(1, 4)]));
}

const OPERATING_CODES = new Set(
  economicRows.filter(({ group }) => group === "operating").map(({ code }) => code),
);

/** 公用经费: basic expenditure that is not for persons. */
export function operatingCosts(economic: ReadonlyMap<string, bigint>): bigint {
  return sum([...economic].filter(([code]) => OPERATING_CODES.has(code)).map(([, amount]) => amount));
}

export function makeAccounts(unit: MadeUnit, random: Random): MadeAccounts {
  const { economic, functional } = makeBasicExpenditure(unit, random);
  const entries = makeEntries(unit, functional, random);
  const operating = operatingCosts(economic);
  const projects = sum(entries.map(({ project }) => project));
  const limit = Number((operating + projects) / 1_000_000n);
  const bought = (): bigint => (random.chance(0.6) ? random.money(0.5, Math.max(1, limit / 4)) : 0n);
  const threePublic = makeThreePublic(economic, random);
  const ownMoney = entries.some(({ fund }) => fund === "own");
  const surplus = ownMoney && random.chance(0.4) ? random.money(1, 20) : 0n;
  return {
    entries,
    names: namesOf(entries.map(({ code }) => code)),
    economic,
    threePublic,
    procurement: [bought(), bought(), bought()],
    vehicles: makeVehicles(threePublic, random),
    equipment: random.chance(0.2) ? random.whole(1, 3) : 0,
    surplusUsed: surplus,
    surplusShared: surplus,
    prior: makePrior(entries, operating, random),
    initial: new Map(
      [...classTotals(entries)].map(([code, amount]) => [code, thousandths(amount, random.whole(500, 1500))]),
    ),
  };
}
