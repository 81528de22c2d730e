// What the acts of the journal are called.

import { ACTIONS } from "./actions.ts";

const OTHERS: Readonly<Record<string, string>> = {
  "set-up": "初次设置",
  "password-set": "设置密码",
  "password-changed": "修改密码",
  "password-reset": "重置密码",
  "account-added": "新增用户",
  "account-changed": "修改用户",
  "account-disabled": "停用用户",
  "unit-added": "新增单位",
  "unit-changed": "修改单位",
  "units-imported": "导入单位名录",
  "units-carried": "沿用单位名录",
  "task-added": "下达任务",
  "task-changed": "调整任务",
  "report-submitted": "送审",
  "report-imported": "导入报告",
  "review-passed": "审核通过",
  "review-returned": "退回",
  "report-published": "公开",
  "publication-withdrawn": "撤回公开",
  "report-archived": "归档",
  "report-downloaded": "下载未公开报告",
  "comment-added": "批注",
  "comment-answered": "答复批注",
  "comment-resolved": "批注销结",
  "explanation-given": "填写核实性说明",
  "explanation-withdrawn": "撤回核实性说明",
  "source-read": "读入文件",
  "evidence-added": "上传佐证材料",
  "evidence-removed": "移除佐证材料",
  "evidence-downloaded": "下载佐证材料",
  "bulk-check-started": "开始批量检查",
  "bulk-check-cancelled": "停止批量检查",
  "bulk-check-deleted": "删除批量检查",
  "bulk-check-downloaded": "下载检查底稿",
  "ledger-downloaded": "下载整改台账",
  "sample-loaded": "载入示例数据",
  "sample-removed": "移除示例数据",
  "backup-made": "备份",
  restored: "恢复",
};

/** The Chinese name of an act; the word itself where it has none. */
export function actName(word: string): string {
  const known = Object.entries(ACTIONS).find(([act]) => act === word);
  return known?.[1].name ?? OTHERS[word] ?? word;
}
