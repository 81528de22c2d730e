// 名词解释 in the words of the 部门决算 guidance and of the 政府收支分类科目.

import type { FactAddress } from "../../disclosure/address.ts";
import type { FunctionItemMeaning, Glossary, Term } from "../../forms/term.ts";

const column = (concept: string, id: string): FactAddress => ({ concept, code: null, column: id });
const line = (at: string): FactAddress => ({
  concept: "income-expenditure-summary",
  line: at,
  column: "amount",
});
const term = (name: string, meaning: string, ...usedBy: readonly FactAddress[]): Term => ({
  name,
  meaning,
  usedBy,
  due: null,
});
/** The same for a term that a report must not use unexplained; a glossary may explain it under a wider name. */
const dueTerm = (described: Term, ...explained: readonly string[]): Term => {
  const used = described.name.replace(/[“”]/gu, "");
  return { ...described, due: { used, explained: explained.length === 0 ? [used] : explained } };
};

const terms: readonly Term[] = [
  dueTerm(
    term("财政拨款收入", "指单位从同级财政部门取得的财政预算资金。", column("income", "appropriation")),
    "财政拨款",
  ),
  term(
    "上级补助收入",
    "指事业单位从主管部门和上级单位取得的非财政补助收入。",
    column("income", "superiorSubsidy"),
  ),
  term("事业收入", "指事业单位开展专业业务活动及辅助活动取得的收入。", column("income", "undertaking")),
  term(
    "经营收入",
    "指事业单位在专业业务活动及其辅助活动之外开展非独立核算经营活动取得的收入。",
    column("income", "operating"),
  ),
  term(
    "附属单位上缴收入",
    "指事业单位附属独立核算单位按照有关规定上缴的收入。",
    column("income", "affiliated"),
  ),
  term("其他收入", "指单位取得的除上述收入以外的各项收入。", column("income", "other")),
  term(
    "使用非财政拨款结余（含专用结余）",
    "指单位按照预算管理要求使用非财政拨款结余弥补收支差额的金额，以及使用专用结余安排支出的金额。",
    line("28"),
  ),
  term(
    "年初结转和结余",
    "指单位以前年度尚未完成、结转到本年仍按原规定用途继续使用的资金，或项目已完成等产生的结余资金。",
    line("29"),
  ),
  term(
    "结余分配",
    "指事业单位按照会计制度规定缴纳的所得税、提取的专用结余以及转入非财政拨款结余的金额等。",
    line("59"),
  ),
  term(
    "年末结转和结余",
    "指单位按有关规定结转到下年或以后年度继续使用的资金，或项目已完成等产生的结余资金。",
    line("60"),
  ),
  dueTerm(
    term(
      "基本支出",
      "指为保障机构正常运转、完成日常工作任务而发生的人员支出和公用经费支出。",
      column("expenditure", "basic"),
    ),
  ),
  dueTerm(
    term(
      "项目支出",
      "指在基本支出之外为完成特定行政任务和事业发展目标所发生的支出。",
      column("expenditure", "project"),
    ),
  ),
  term("上缴上级支出", "指事业单位按照规定上缴上级单位的支出。", column("expenditure", "toSuperior")),
  term(
    "经营支出",
    "指事业单位在专业业务活动及其辅助活动之外开展非独立核算经营活动发生的支出。",
    column("expenditure", "operating"),
  ),
  term(
    "对附属单位补助支出",
    "指事业单位用财政补助收入之外的收入对附属单位补助发生的支出。",
    column("expenditure", "toAffiliated"),
  ),
  dueTerm(
    term(
      "“三公”经费",
      "指各级部门、单位用财政拨款安排的因公出国（境）费、公务用车购置及运行维护费和公务接待费支出。其中，因公出国（境）费反映单位公务出国（境）的国际旅费、国外城市间交通费、住宿费、伙食费、培训费、公杂费等支出；公务用车购置及运行维护费反映单位公务用车购置支出（含车辆购置税、牌照费）及按规定保留的公务用车燃料费、维修费、过桥过路费、保险费、安全奖励费用等支出；公务接待费反映单位按规定开支的各类公务接待（含外宾接待）支出。",
    ),
    "三公",
  ),
  dueTerm(
    term(
      "机关运行经费",
      "指行政单位和参照公务员法管理的事业单位财政拨款基本支出中的公用经费支出。",
      { concept: "disclosure-statistics", line: "5", column: "amount" },
      { concept: "disclosure-statistics", line: "6", column: "amount" },
    ),
    "机关运行经费",
    "机关运行费",
  ),
];

const item = (code: string, name: string, meaning: string): FunctionItemMeaning => ({ code, name, meaning });

const items: readonly FunctionItemMeaning[] = [
  item("01", "行政运行", "反映行政单位（包括实行公务员管理的事业单位）的基本支出。"),
  item(
    "02",
    "一般行政管理事务",
    "反映行政单位（包括实行公务员管理的事业单位）未单独设置项级科目的其他项目支出。",
  ),
  item(
    "03",
    "机关服务",
    "反映为行政单位（包括实行公务员管理的事业单位）提供后勤服务的各类后勤服务中心、医务室等附属事业单位的支出。",
  ),
  item(
    "50",
    "事业运行",
    "反映事业单位的基本支出，不包括行政单位（包括实行公务员管理的事业单位）后勤服务中心、医务室等附属事业单位。",
  ),
  item("2080501", "行政单位离退休", "反映行政单位（包括实行公务员管理的事业单位）开支的离退休经费。"),
  item("2080502", "事业单位离退休", "反映事业单位开支的离退休经费。"),
  item(
    "2080505",
    "机关事业单位基本养老保险缴费支出",
    "反映机关事业单位实施养老保险制度由单位缴纳的基本养老保险费支出。",
  ),
  item(
    "2080506",
    "机关事业单位职业年金缴费支出",
    "反映机关事业单位实施养老保险制度由单位实际缴纳的职业年金支出。",
  ),
  item("2080801", "死亡抚恤", "反映按规定用于烈士和牺牲、病故人员家属的一次性和定期抚恤金以及丧葬补助费。"),
  item(
    "2101101",
    "行政单位医疗",
    "反映财政部门安排的行政单位（包括实行公务员管理的事业单位）基本医疗保险缴费经费，未参加医疗保险的行政单位的公费医疗经费，按国家规定享受离休人员、红军老战士待遇人员的医疗经费。",
  ),
  item(
    "2101102",
    "事业单位医疗",
    "反映财政部门安排的事业单位基本医疗保险缴费经费，未参加医疗保险的事业单位的公费医疗经费，按国家规定享受离休人员待遇的医疗经费。",
  ),
  item("2101103", "公务员医疗补助", "反映财政部门安排的公务员医疗补助经费。"),
  item(
    "2210201",
    "住房公积金",
    "反映行政事业单位按人力资源和社会保障部、财政部规定的基本工资和津贴补贴以及规定比例为职工缴纳的住房公积金。",
  ),
  item("2210202", "提租补贴", "反映按房改政策规定的标准，行政事业单位向职工（含离退休人员）发放的租金补贴。"),
  item(
    "2210203",
    "购房补贴",
    "反映按房改政策规定，行政事业单位向符合条件职工（含离退休人员）、军队（含武警）向转役复员离退休人员发放的用于购买住房的补贴。",
  ),
];

export const nationalGlossary: Glossary = { terms, items };
