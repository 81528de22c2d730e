// A list behind a mark of the analysis: its title, a way back, its files, and its rows by pages.

import type { ANALYSIS_FILES } from "@jueming/server/contract/analysis.ts";
import { Button } from "antd";
import type { ReactNode } from "react";

import type { Contract } from "../../api/client.ts";
import { useLongList } from "../../api/lists.ts";
import type { Address } from "../../parts/address.ts";
import type { Column } from "../../parts/list-table/list-table.tsx";
import { ListTable, MoreRows } from "../../parts/list-table/list-table.tsx";
import { Panel } from "../../parts/page-frame.tsx";
import { EmptyState, Loaded } from "../../parts/states.tsx";
import { backToOverview } from "./analysis-words.ts";
import { FileLinks } from "./file-links.tsx";

/** ListPanel (清单). */
export function ListPanel<Item>({
  title,
  address,
  contract,
  path,
  words,
  fileWords = {},
  file,
  columns,
  keyOf,
  tools,
}: {
  readonly title: string;
  readonly address: Address;
  readonly contract: Contract<{ readonly items: readonly Item[]; readonly next: string | null }>;
  readonly path: string;
  readonly words: Readonly<Record<string, string | undefined>>;
  /** What the file is asked for besides the words of the list. */
  readonly fileWords?: Readonly<Record<string, string>>;
  readonly file: (typeof ANALYSIS_FILES)[number];
  readonly columns: readonly Column<Item>[];
  readonly keyOf: (item: Item) => string;
  readonly tools?: ReactNode;
}): ReactNode {
  const list = useLongList(contract, path, words);
  return (
    <Panel title={title} extra={<Button onClick={() => address.change(backToOverview)}>返回汇总</Button>}>
      <div className="list-tools">
        {tools}
        <div className="list-tools-end">
          <FileLinks list={file} name={title} words={{ ...words, ...fileWords }} />
        </div>
      </div>
      <Loaded query={list}>
        {(items) =>
          items.length === 0 ? (
            <EmptyState title="清单是空的">换一个年度、地区或部门再看。</EmptyState>
          ) : (
            <>
              <ListTable caption={title} columns={columns} items={items} keyOf={keyOf} />
              <MoreRows
                count={items.length}
                hasMore={list.hasMore}
                isBusy={list.isReadingMore}
                onMore={list.readMore}
              />
            </>
          )
        }
      </Loaded>
    </Panel>
  );
}
