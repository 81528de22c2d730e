// Thresholds of signals. No regulation sets them: they are this project's own practice of review (审核实践),
// not verified by any authority, and stand in one place so that they can be argued with.

/** Rates in hundredths of a percent, scores in hundredths of a point. */
export const THRESHOLDS = {
  /** A rate below this is low beside a high score. */
  lowRate: 8000,
  /** A rate below this is low beside full marks in every indicator. */
  veryLowRate: 7000,
  highScore: 9000,
  nearlyFullScore: 9800,
  fullScore: 10_000,
  /** Pairs of rate and score from which a correlation says something. */
  correlationPairs: 10,
  /** A score is generous when it exceeds the rules by so much. */
  generousBy: 50,
} as const;
