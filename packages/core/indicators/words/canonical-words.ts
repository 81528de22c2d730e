// Words that indicators use for one thing, each told by the first of its row (同义词). Both sides of a
// comparison are put into these words, so that neither searching nor likeness needs to expand a query.

import { simplified } from "../../figures/character-variants.ts";
import { comparable } from "../../figures/normalize.ts";

const SAME_WORDS = `
人数 人员数量 人员数 人数量 人员总数 人次数 人次
次数 场次数 场次 次数量 期数 班次 批次
数量 个数 台数 套数 件数 项数 辆数 家数
购置 购买 采购 购入
电脑 计算机
公务用车 公车 公务车辆
运维 运行维护 维修维护 运营维护 维护
修缮 维修改造 维修 修理 改造维修
验收合格率 验收通过率 合格率 质量合格率 达标率 优良率
到训率 参训率
出席率 到会率 出勤率
及时率 及时性 及时程度 及时完成率 按时完成率 按期完成率 完成及时率 时效性 时效
完成时限 完成时间 完成日期 完成时效
满意度 满意率 满意程度
公众 群众 市民 社会公众 居民
服务对象 受益群体 收益群体 受益对象 受益群众 受益人群
参训人员 参加培训人员 培训人员 学员 受训人员
参会人员 参加会议人员 与会人员
职工 干部职工 单位人员 单位职工 工作人员
使用人员 使用人 用户使用 用户
遗属 遗属人员
发放 支付 兑付 拨付
足额 全额
缴纳 缴交 缴付
补助 补贴 津贴
总成本 总费用 总金额 成本总额 费用总额 项目成本 总支出
单位成本 单价 单位价格
健全 建立健全 完善
长效机制 长效管理机制 长效管理制度 管理机制 长效制度
提升 提高 增强 改善
保障 保证 确保
驻村人员 驻村工作人员 驻村工作队员 驻村干部 驻村帮扶人员
故障排除率 故障处理率 故障修复率
响应时间 响应时长
网络安全 信息安全
废气 大气
差错率 出错率 错误率
调研报告 调研成果 研究报告
印刷 印制 编印
`;

const CANONICAL: ReadonlyMap<string, string> = new Map(
  SAME_WORDS.trim()
    .split("\n")
    .flatMap((row) => {
      const [first = "", ...others] = row.split(" ");
      return others.map((word) => [word, first] as const);
    }),
);
const ALL = new RegExp(
  [...CANONICAL.keys(), ...CANONICAL.values()].toSorted((a, b) => b.length - a.length).join("|"),
  "gu",
);

/** The text in canonical words: widths, variants of characters and synonyms made one. */
export function canonicalWords(text: string): string {
  return simplified(comparable(text))
    .toLowerCase()
    .replace(ALL, (word) => CANONICAL.get(word) ?? word);
}
