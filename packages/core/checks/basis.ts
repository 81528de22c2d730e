// The regulations that rules rest on, by their printed titles.

export const DISCLOSURE_PROCEDURE = "《地方预决算公开操作规程》（财预〔2016〕143号）";
export const BUDGET_LAW = "《中华人民共和国预算法》第十四条";
export const FINAL_ACCOUNTS_PROCEDURE = "《部门决算管理办法》（财库〔2021〕36号）";
export const FINAL_ACCOUNTS_FORMS = "部门决算报表格式（公开01—10表）";
export const EVALUATION_PROCEDURE = "《项目支出绩效评价管理办法》（财预〔2020〕10号）";
export const TARGET_GUIDELINE =
  "《中央部门项目支出核心绩效目标和指标设置及取值指引（试行）》（财预〔2021〕101号）";
export const SECRECY_LAW = "《中华人民共和国保守国家秘密法》";
