// 指标库: indicators to choose from when an evaluation is filled in, and a set suggested for a project.

import type { ReactNode } from "react";

import { mayAny, useSignedIn } from "../../api/session.ts";
import { PageFrame } from "../../parts/page-frame.tsx";
import { Tabs } from "../../parts/tabs.tsx";
import "./indicators.css";
import { Library } from "./library.tsx";
import { Review } from "./review.tsx";
import { Suggestions } from "./suggestions.tsx";

const tabs = [
  { word: "library", name: "查指标", content: () => <Library /> },
  { word: "suggestions", name: "按项目推荐", content: () => <Suggestions /> },
];
/** For those who see reports. */
const review = { word: "review", name: "评审一份报告", content: () => <Review /> };

export function Page(): ReactNode {
  const session = useSignedIn();
  return (
    <PageFrame
      title="指标库"
      intro="可选用的绩效指标，含算法、佐证与参考目标值；分值为参考，以当地要求为准。"
    >
      <Tabs label="指标库" tabs={mayAny(session, ["report.read"]) ? [...tabs, review] : tabs} />
    </PageFrame>
  );
}
