// The rules of in-year monitoring (绩效运行监控) as data: an edition names its own.

/** Checkpoint (序时进度节点): the execution rate in percent that is due at the end of a month. */
export interface Checkpoint {
  readonly month: number;
  readonly rate: string;
}

/** MonitoringRules (监控规则) of a place; ratios and percentages as decimal strings. */
export interface MonitoringRules {
  /** Pace (进度 ÷ 应达进度, percent) below which a light is red, and below which it is yellow. */
  readonly redBelow: string;
  readonly yellowBelow: string;
  /** What is due by the calendar where a project has no plan of its own; none is month ÷ 12. */
  readonly checkpoints: readonly Checkpoint[];
  /** A unit is red where targets run ahead of money by more than this share: (S/90 − E/10) ÷ (S/90). */
  readonly targetLead: string;
  /** A unit is yellow where more than this share of its budget is unspent at the end of the year. */
  readonly unspent: string;
  readonly basis: string;
  /** True where no regulation in our material sets the thresholds: they are configuration. */
  readonly isConfiguration: boolean;
}
