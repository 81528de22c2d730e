// Texts of a fictitious district: of the field's ordinary words, so that honest texts share phrases but no passages,
// and one passage that every form has.

import type { Random } from "./random.ts";

const STARTS = [
  "全年",
  "上半年",
  "围绕中心工作",
  "按照年初部署",
  "结合实际",
  "会同有关部门",
  "在各乡镇支持下",
  "针对薄弱环节",
];
const DEEDS = [
  "组织开展",
  "统筹推进",
  "如期完成",
  "持续加强",
  "逐步规范",
  "重点保障",
  "及时落实",
  "稳妥实施",
  "有序启动",
  "深入推动",
];
const THINGS = [
  "业务培训",
  "设备维护",
  "档案整理",
  "走访调研",
  "矛盾调解",
  "安全巡查",
  "便民服务",
  "宣传活动",
  "信息采集",
  "资料编印",
  "场所修缮",
  "平台运行",
];
const ENDS = [
  "受益群众明显增多",
  "办理时间有所缩短",
  "工作质量稳步提高",
  "服务对象反映较好",
  "基础工作更加扎实",
  "部分环节衔接不畅",
  "前期准备不够充分",
  "经费支付较为集中",
  "人员力量仍显不足",
];
const COMMON =
  "严格按照预算绩效管理有关规定，加强项目资金管理，确保资金使用安全规范有效，圆满完成年度各项目标任务。";

/** A text of four sentences, and the passage that all share. */
export function madeText(random: Random): string {
  const sentences = Array.from(
    { length: 4 },
    () =>
      `${random.pick(STARTS)}${random.pick(DEEDS)}${random.pick(THINGS)}${random.whole(2, 90)}次、${random.pick(THINGS)}${random.whole(2, 90)}项，${random.pick(DEEDS)}${random.pick(THINGS)}，${random.pick(ENDS)}`,
  );
  return `${sentences.join("；")}。${COMMON}`;
}
