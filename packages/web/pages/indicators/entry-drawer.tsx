// An entry of the library opened: what it measures, how its target is written, which side is good, an example scored.

import type { LibraryEntryView } from "@jueming/server/contract/reference-works.ts";
import { libraryEntry } from "@jueming/server/contract/reference-works.ts";
import { useQuery } from "@tanstack/react-query";
import { Drawer } from "antd";
import type { ReactNode } from "react";

import { read } from "../../api/client.ts";
import { Loaded } from "../../parts/states.tsx";

const POLARITIES: Readonly<Record<LibraryEntryView["polarity"], string>> = {
  "higher-is-better": "↑ 正向：越高越好，达到或超过目标得满分",
  "lower-is-better": "↓ 反向：越低越好，不超过目标得满分",
  exact: "＝ 定值：与目标一致为好",
  words: "定性：用文字描述，按达成程度分档给分",
};

/** EntryDrawer (指标). */
export function EntryDrawer({
  id,
  onClose,
}: {
  readonly id: string;
  readonly onClose: () => void;
}): ReactNode {
  const query = useQuery({
    queryKey: ["indicator", id],
    queryFn: ({ signal }) => read(libraryEntry, `/indicators/entries/${encodeURIComponent(id)}`, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <Drawer open size={520} title={query.data?.name ?? "指标"} onClose={onClose}>
      <Loaded query={query}>{(entry) => <Entry entry={entry} />}</Loaded>
    </Drawer>
  );
}

function Entry({ entry }: { readonly entry: LibraryEntryView }): ReactNode {
  const { level1, level2, categoryName, aliases, formula, evidence, points, source } = entry;
  const rows: readonly (readonly [string, ReactNode])[] = [
    ["级次", [level1, level2].filter((part) => part !== "").join(" / ")],
    ["适用", categoryName],
    ["又称", aliases.join("、")],
    ["方向", POLARITIES[entry.polarity]],
    ["目标值写法", entry.forms.join("；")],
    ["参考分值", `${points} 分（满分 100）`],
    ["算法", formula],
    ["佐证", evidence.join("、")],
    ["项目含", entry.topics.join("、")],
    ["经济分类", entry.economicCodes.join("、")],
    ["来源", source],
  ];
  return (
    <>
      <dl className="indicator-facts">
        {rows
          .filter(([, value]) => value !== "")
          .map(([name, value]) => [<dt key={name}>{name}</dt>, <dd key={`${name} value`}>{value}</dd>])}
      </dl>
      <Example entry={entry} />
    </>
  );
}

function Example({ entry: { example } }: { readonly entry: LibraryEntryView }): ReactNode {
  if (example === null) return null;
  return (
    <section>
      <h2>示例（分值 10 分，按全国通用办法）</h2>
      <p>目标值 {example.target}</p>
      <ul>
        {example.results.map(({ actual, score, derivation }) => (
          <li key={actual}>
            完成 {actual}：得 {score} 分 <span className="soft">{derivation}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
