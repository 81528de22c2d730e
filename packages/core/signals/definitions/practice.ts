// The bases of signals. Most patterns are known from reviews only and are marked so.
export const PRACTICE = "审核实践（阈值为本程序自定，可调整）";
export const PROCEDURE = "《项目支出绩效评价管理办法》（财预〔2020〕10号）";
export const GUIDELINE = "《中央部门项目支出核心绩效目标和指标设置及取值指引（试行）》（财预〔2021〕101号）";
