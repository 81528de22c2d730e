// The execution scores of 49 published self-evaluations, taken by hand from the text of their forms: budget at the
// beginning of the year, adjusted budget, executed amount, printed score; and, worked by hand, the score due on
// the adjusted budget and the base that the printed score follows. Figures only.

/** ExecutionTruth: one form, in the order of its document. */
export interface ExecutionTruth {
  readonly initial: string;
  /** "" where the form prints no money. */
  readonly adjusted: string;
  readonly executed: string;
  readonly printed: string;
  /** The score by the rule; "" where there is none. */
  readonly due: string;
  /** Which base the printed score follows. */
  readonly follows: "adjusted" | "initial" | "no-budget" | "no-money";
}

type Row = readonly [
  initial: string,
  adjusted: string,
  executed: string,
  printed: string,
  due: string,
  follows?: "initial" | "no-budget" | "no-money",
];

const ROWS: Readonly<Record<string, readonly Row[]>> = {
  "000": [
    ["135.00", "134.20", "134.20", "10", "10"],
    ["50.00", "39.20", "39.20", "10", "10"],
    ["65.00", "16.18", "16.18", "10", "10"],
    ["20.00", "15.90", "15.90", "10", "10"],
  ],
  "001": [
    ["80000", "0", "0", "0", "0", "no-budget"],
    ["200000", "0", "0", "0", "0", "no-budget"],
    ["120000", "599315", "599315", "10", "10"],
    ["100000", "150000", "150000", "10", "10"],
    ["80000", "75705", "75705", "10", "10"],
    ["44800", "4236", "4236", "10", "10"],
    ["758000", "709388.62", "709388.62", "10", "10"],
    ["80000", "0", "0", "0", "0", "no-budget"],
    ["150000", "150000", "150000", "10", "10"],
    ["180000", "179940", "179940", "10", "10"],
    ["300000", "292679.25", "292679.25", "10", "10"],
    ["8140000", "7410600", "7410600", "10", "10"],
    ["", "", "", "0", "", "no-money"],
    ["70000", "99840", "99840", "10", "10"],
    ["100000", "260053", "260053", "10", "10"],
    ["100000", "89896", "89896", "10", "10"],
  ],
  "002": [
    ["200", "117.23", "117.23", "5.86", "10", "initial"],
    ["8", "4", "4", "5", "10", "initial"],
    ["8.4", "8.4", "8.4", "10", "10"],
    ["11.00", "3.24", "3.24", "2.95", "10", "initial"],
  ],
  "004": [
    ["25", "25", "24.992", "10", "10"],
    ["9.82", "9.82", "9.82", "10", "10"],
    ["9.2", "0", "0", "0", "0", "no-budget"],
    ["25", "25", "24.967", "9.99", "9.99"],
    ["15", "15", "14.264", "9.51", "9.51"],
    ["85", "85", "85", "10", "10"],
    ["1.6", "1.6", "1.6", "10", "10"],
    ["38.08", "38.08", "37.811", "9.93", "9.93"],
    ["12", "12", "12", "10", "10"],
    ["1.1", "0", "0", "0", "0", "no-budget"],
    ["10.2", "0", "0", "0", "0", "no-budget"],
    ["18", "18", "17.996", "10", "10"],
    ["478.26", "478.26", "478.26", "10", "10"],
    ["8.46", "8.46", "6.594", "7.79", "7.79"],
    ["862.06", "862.06", "802.916", "9.31", "9.31"],
    ["5.4", "5.4", "5.4", "10", "10"],
    ["19.58", "19.58", "0", "0", "0"],
    ["10", "10", "0", "0", "0"],
    ["10", "10", "9.674", "9.67", "9.67"],
    ["57.6", "57.6", "57.6", "10", "10"],
    ["30", "30", "28.25", "9.42", "9.42"],
    ["10.6", "10.6", "10.58", "9.98", "9.98"],
    ["20", "20", "18.811", "9.41", "9.41"],
    ["2", "2", "2", "10", "10"],
    ["10.5", "10.5", "9.784", "9.32", "9.32"],
  ],
};

/** The forms of each document by the first three digits of its name. */
export const executionTruth: ReadonlyMap<string, readonly ExecutionTruth[]> = new Map(
  Object.entries(ROWS).map(([document, rows]) => [
    document,
    rows.map(([initial, adjusted, executed, printed, due, follows]): ExecutionTruth => ({
      initial,
      adjusted,
      executed,
      printed,
      due,
      follows: follows ?? "adjusted",
    })),
  ]),
);
