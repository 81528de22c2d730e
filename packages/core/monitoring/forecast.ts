// The execution rate to be expected at the end of the year, by three simple ways that anybody can follow:
// as the plan's pattern goes on, as the year so far goes on, as the last three months go on.

import { Decimal } from "decimal.js";

import type { Execution } from "./execution-light.ts";
import { yuanText } from "./execution-light.ts";
import type { Known } from "./execution-series.ts";
import { isKnown } from "./execution-series.ts";
import { percentText } from "./lights.ts";
import { MONTHS } from "./monitored-project.ts";

/** Forecast (年末执行率预测): percent, at most 100 with a note where more follows; or why there is none. */
export type Forecast =
  | {
      readonly kind: "forecast";
      readonly low: Decimal;
      readonly likely: Decimal;
      readonly high: Decimal;
      readonly formula: string;
      readonly note: string | null;
    }
  | { readonly kind: "none"; readonly reason: string };

/** Months below which nothing is forecast, and over which the latest pace is taken. */
const WINDOW = 3;

/** ForecastInput: what is known at the end of a month. */
export interface ForecastInput {
  readonly month: number;
  readonly execution: Execution;
  /** Sums by month, of money spent and of the plan. */
  readonly spent: readonly Known[];
  readonly planned: readonly Known[];
}

/** The forecast; each way rises with the money that is spent. */
export function forecastOf(input: ForecastInput): Forecast {
  const { month, execution } = input;
  const { budget, executed, rate } = execution;
  if (!isKnown(budget)) return none(budget.missing);
  if (!isKnown(executed)) return none(executed.missing);
  if (rate === null) return none("预算为0，没有执行率");
  if (month >= MONTHS) return shown([{ percent: rate, formula: `全年执行率${percentText(rate)}` }]);
  if (month < WINDOW) return none(`只有${month}个月的执行数，少于${WINDOW}个月，不作预测`);
  const ways = [
    seasonal(input, rate),
    linear(input, rate),
    recent(input, { budget: budget.fen, executed: executed.fen, rate }),
  ].filter((way) => way !== undefined);
  return shown(ways);
}

const none = (reason: string): Forecast => ({ kind: "none", reason });

interface Way {
  readonly percent: Decimal;
  readonly formula: string;
}

/** The year ends as far from the plan as it is now: rate × plan of the year ÷ plan so far. */
function seasonal({ month, planned }: ForecastInput, rate: Decimal): Way | undefined {
  const [soFar, whole] = [planned[month - 1], planned[MONTHS - 1]];
  if (soFar === undefined || whole === undefined || !isKnown(soFar) || !isKnown(whole)) return undefined;
  if (soFar.fen <= 0n || whole.fen < soFar.fen) return undefined;
  const percent = rate.times(whole.fen.toString()).div(soFar.fen.toString());
  return {
    percent,
    formula: `按用款计划：${percentText(rate)}×${yuanText(whole.fen)}÷${yuanText(soFar.fen)}＝${percentText(percent)}`,
  };
}

function linear({ month }: ForecastInput, rate: Decimal): Way {
  const percent = rate.div(month).times(MONTHS);
  return { percent, formula: `按全年匀速：${percentText(rate)}÷${month}×12＝${percentText(percent)}` };
}

function recent(
  { month, spent }: ForecastInput,
  { budget, executed, rate }: { readonly budget: bigint; readonly executed: bigint; readonly rate: Decimal },
): Way | undefined {
  const before = month === WINDOW ? { fen: 0n } : spent[month - 1 - WINDOW];
  // Money that was paid back in the last months is no pace to go on with.
  if (before === undefined || !isKnown(before) || before.fen > executed) return undefined;
  const added = new Decimal((executed - before.fen).toString()).div(budget.toString()).times(100);
  const percent = added
    .div(WINDOW)
    .times(MONTHS - month)
    .plus(rate);
  return {
    percent,
    formula: `按近3个月：${percentText(rate)}＋${percentText(added)}÷3×${MONTHS - month}＝${percentText(percent)}`,
  };
}

/** The first way is the likely one; the others give the range. */
function shown(ways: readonly Way[]): Forecast {
  const [first] = ways;
  if (first === undefined) return none("没有可用的推算方法");
  const all = ways.map(({ percent }) => percent);
  const [low, high] = [Decimal.min(...all), Decimal.max(...all)];
  return {
    kind: "forecast",
    low: capped(low),
    likely: capped(first.percent),
    high: capped(high),
    formula: ways.map(({ formula }) => formula).join("；"),
    note: high.gt(100) ? `推算最高为${percentText(high)}，超过预算，按100%列示` : null,
  };
}

function capped(percent: Decimal): Decimal {
  return Decimal.min(100, percent).toDecimalPlaces(2, Decimal.ROUND_HALF_UP);
}
