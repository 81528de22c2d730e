import type { FactAddress } from "../../../disclosure/address.ts";
import { DISCLOSURE_PROCEDURE } from "../../basis.ts";
import { finding, held, notChecked } from "../../finding.ts";
import { operand } from "../project-evaluation/project-rule.ts";
import { matchesIn, reportTexts } from "../structure/printed-texts.ts";
import { acrossYearsRule } from "./prior-year.ts";

const SUBJECT = "车辆数";
const OWNED: FactAddress = { concept: "disclosure-statistics", line: "7", column: "amount" };
const BOUGHT = /购置公务用车(\d{1,4})辆/gu;

export const vehicleChangeIsExplained = acrossYearsRule(
  {
    id: "vehicle-change-is-explained",
    code: "Y-07",
    title: "车辆数的变动应与购置、处置说明相符",
    kind: "explain",
    severity: "hint",
    basis: `${DISCLOSURE_PROCEDURE}：公开国有资产占用情况`,
    example: { passes: "上年2辆，本年购置1辆，年末3辆", fails: "上年2辆，本年购置0辆，年末3辆" },
  },
  (context, prior) => {
    const [now, before] = [context.facts.inTable(OWNED), prior.inTable(OWNED)];
    if (now === undefined || before === undefined) return [notChecked(SUBJECT, "本年或上年无车辆数")];
    if (now.value.kind === "unreadable" || before.value.kind === "unreadable")
      return [notChecked(SUBJECT, "车辆数无法识别")];
    const count = (value: typeof now.value): number => (value.kind === "figure" ? Number(value.value) : 0);
    const change = count(now.value) - count(before.value);
    const texts = reportTexts(context.disclosure);
    const bought = matchesIn(texts, BOUGHT).map(({ groups }) => Number(groups[0]))[0] ?? 0;
    const disposal = texts.some(
      ({ plain }) => /(?:处置|报废|拍卖|调拨|划转|划入|移交|核销)/u.test(plain) && plain.includes("车"),
    );
    if (change === bought || disposal) return [held(SUBJECT)];
    return [
      finding({
        subject: SUBJECT,
        message: `车辆数由上年${count(before.value)}辆变为本年${count(now.value)}辆，说明写本年购置公务用车${bought}辆，未见处置或划转说明。`,
        advice: "请说明车辆增减原因。",
        operands: [
          operand("本年车辆数", now.value, now.place),
          operand("上年车辆数", before.value, before.place),
        ],
        expected: String(count(before.value) + bought),
        actual: String(count(now.value)),
        gap: String(change - bought),
      }),
    ];
  },
);
