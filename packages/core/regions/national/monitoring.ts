// Rules of in-year monitoring. 中发〔2018〕34号 asks that progress of targets and of money be monitored together
// and sets no thresholds; those below are what a performance-management product uses: configuration.

import type { MonitoringRules } from "../../monitoring/monitoring-rules.ts";

export const nationalMonitoring: MonitoringRules = {
  redBelow: "60",
  yellowBelow: "80",
  checkpoints: [],
  targetLead: "0.05",
  unspent: "0.2",
  basis:
    "《中共中央 国务院关于全面实施预算绩效管理的意见》（中发〔2018〕34号）关于“双监控”的要求；界限为本程序的设定",
  isConfiguration: true,
};
