import { FINAL_ACCOUNTS_FORMS } from "../../basis.ts";
import type { CheckOutcome } from "../../finding.ts";
import { finding, held, notApplicable, notChecked } from "../../finding.ts";
import { operand } from "../project-evaluation/project-rule.ts";
import type { CheckContext } from "../../rule.ts";
import { matchesIn, reportTexts } from "./printed-texts.ts";
import { accountsRule } from "./structure-rule.ts";

const SUBJECT = "公务用车保有量";
const KEPT = /公务用车保有量(?:共|为|共计)?(\d{1,4})辆/gu;

function check({ disclosure, facts }: CheckContext): readonly CheckOutcome[] {
  const [kept] = matchesIn(reportTexts(disclosure), KEPT);
  if (kept === undefined) return [notApplicable(SUBJECT, "说明未列公务用车保有量")];
  const owned = facts.inTable({ concept: "disclosure-statistics", line: "7", column: "amount" });
  if (owned === undefined || owned.value.kind === "unreadable") return [notChecked(SUBJECT, "无车辆数合计")];
  const ownedCount = owned.value.kind === "figure" ? Number(owned.value.value) : 0;
  const keptCount = Number(kept.groups[0]);
  if (keptCount === ownedCount) return [held(SUBJECT)];
  const isMore = keptCount > ownedCount;
  return [
    finding({
      subject: SUBJECT,
      message: `“三公”经费说明的公务用车保有量为${keptCount}辆，${owned.where}车辆数合计为${ownedCount}辆，${isMore ? "保有量多于实有车辆" : "两者不一致，请说明"}。`,
      advice: isMore ? "请核对车辆数。" : "请说明不由财政拨款负担费用或待处置的车辆。",
      // More cars may be owned than are kept with three-public money, the other way round is hard to explain.
      severity: isMore ? "warning" : "hint",
      operands: [
        { label: "公务用车保有量", value: String(keptCount), place: kept.place },
        operand("车辆数合计", owned.value, owned.place),
      ],
      expected: String(ownedCount),
      actual: String(keptCount),
      gap: String(keptCount - ownedCount),
    }),
  ];
}

export const vehiclesKeptFitVehiclesOwned = accountsRule(
  {
    id: "vehicles-kept-fit-vehicles-owned",
    code: "N-20",
    title: "公务用车保有量应与车辆数合计相符或作说明",
    kind: "explain",
    severity: "warning",
    basis: FINAL_ACCOUNTS_FORMS,
    needs: "“三公”经费说明、相关信息统计表",
    example: { passes: "保有量2辆，车辆数合计2辆", fails: "保有量3辆，车辆数合计10辆，未作说明" },
  },
  check,
);
