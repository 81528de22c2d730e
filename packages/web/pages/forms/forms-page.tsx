// 地区表样: the forms of every edition as they are filled in, to be looked at; sums show how they are worked out.

import type { EditionLine } from "@jueming/server/contract/editions.ts";
import { editionList } from "@jueming/server/contract/editions.ts";
import type { EntryPlan, EntrySheet } from "@jueming/server/contract/entry.ts";
import { entryPlan } from "@jueming/server/contract/entry.ts";
import { KIND_NAMES, REPORT_KINDS } from "@jueming/server/contract/report-states.ts";
import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import type { ReactNode } from "react";

import { read } from "../../api/client.ts";
import { withWords } from "../../api/lists.ts";
import type { Address } from "../../parts/address.ts";
import { useAddress } from "../../parts/address.ts";
import { EntryGrid } from "../../parts/entry-grid/entry-grid.tsx";
import "../../parts/list-table/list-table.css";
import { PageFrame, Panel } from "../../parts/page-frame.tsx";
import { Loaded } from "../../parts/states.tsx";
import "./forms.css";

const nothingTyped = { fields: {}, lists: {} };

export function Page(): ReactNode {
  const editions = useQuery({
    queryKey: ["editions"],
    queryFn: ({ signal }) => read(editionList, "/editions", signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <PageFrame
      title="地区表样"
      intro="各地各年度的决算公开表、情况说明所需的数字和绩效自评表，与填报时所见相同。"
    >
      <Panel>
        <Loaded query={editions}>{({ items }) => <Forms editions={items} />}</Loaded>
      </Panel>
    </PageFrame>
  );
}

function Forms({ editions }: { readonly editions: readonly EditionLine[] }): ReactNode {
  const address = useAddress();
  const edition = address.words["edition"] ?? editions[0]?.id ?? "";
  const kind = address.words["kind"] ?? "final-accounts";
  const plan = useQuery({
    queryKey: ["forms", edition, kind],
    queryFn: ({ signal }) => read(entryPlan, withWords("/editions/forms", { edition, kind }), signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <>
      <div className="list-tools">
        <Select
          aria-label="版式"
          className="forms-edition"
          value={edition}
          options={editions.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(next: string) => address.change({ edition: next, sheet: null })}
        />
        <Select
          aria-label="种类"
          className="forms-kind"
          value={kind}
          options={REPORT_KINDS.map((one) => ({ value: one, label: KIND_NAMES[one] }))}
          onChange={(next: string) => address.change({ kind: next, sheet: null })}
        />
      </div>
      <Loaded query={plan}>{(found) => <Sheets plan={found} address={address} />}</Loaded>
    </>
  );
}

function Sheets({ plan, address }: { readonly plan: EntryPlan; readonly address: Address }): ReactNode {
  const own = plan.sheets.find(({ name }) => name === address.words["sheet"]) ?? plan.sheets[0];
  return (
    <div className="forms">
      <nav aria-label="表样" className="forms-list">
        <ul>
          {plan.sheets.map(({ name, part }) => (
            <li key={name}>
              <button
                type="button"
                aria-current={name === own?.name ? "true" : undefined}
                onClick={() => address.change({ sheet: name })}
              >
                <small>{part}</small> {name}
              </button>
            </li>
          ))}
        </ul>
      </nav>
      {own === undefined ? null : <Sheet key={`${plan.edition} ${own.name}`} sheet={own} />}
    </div>
  );
}

const Sheet = ({ sheet }: { readonly sheet: EntrySheet }): ReactNode => (
  <div className="forms-sheet">
    <EntryGrid
      sheet={sheet}
      entries={nothingTyped}
      computed={nothingTyped}
      isReadOnly
      onChange={() => undefined}
    />
  </div>
);
