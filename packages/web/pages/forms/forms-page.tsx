// 地区表样: the forms of every edition, empty and with an example, what differs from the national ones, and files to take.

import type { EditionLine } from "@jueming/server/contract/editions.ts";
import { editionList, formExample } from "@jueming/server/contract/editions.ts";
import type { ComputedEntries, Entries, EntryPlan, EntrySheet } from "@jueming/server/contract/entry.ts";
import { entryPlan } from "@jueming/server/contract/entry.ts";
import { KIND_NAMES, REPORT_KINDS } from "@jueming/server/contract/report-states.ts";
import { useQuery } from "@tanstack/react-query";
import { Button, Select } from "antd";
import type { ReactNode } from "react";

import { downloadAddress, read } from "../../api/client.ts";
import { withWords } from "../../api/lists.ts";
import type { Address } from "../../parts/address.ts";
import { useAddress } from "../../parts/address.ts";
import { EntryGrid } from "../../parts/entry-grid/entry-grid.tsx";
import "../../parts/list-table/list-table.css";
import { PageFrame, Panel } from "../../parts/page-frame.tsx";
import { Loaded } from "../../parts/states.tsx";
import { Differences } from "./differences.tsx";
import "./forms.css";

const forever = { staleTime: Number.POSITIVE_INFINITY };
const nothingTyped: Filled = { entries: { fields: {}, lists: {} }, computed: { fields: {}, lists: {} } };

/** What stands in the forms. */
interface Filled {
  readonly entries: Entries;
  readonly computed: ComputedEntries;
}

export function Page(): ReactNode {
  const editions = useQuery({
    queryKey: ["editions"],
    queryFn: ({ signal }) => read(editionList, "/editions", signal),
    ...forever,
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

const shownWords = [
  { value: "empty", label: "空表" },
  { value: "example", label: "填写示例" },
  { value: "differences", label: "与全国版式的不同" },
];

function Forms({ editions }: { readonly editions: readonly EditionLine[] }): ReactNode {
  const address = useAddress();
  const edition = address.words["edition"] ?? editions[0]?.id ?? "";
  const kind = address.words["kind"] ?? "final-accounts";
  const shown = address.words["shown"] ?? "empty";
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
        <Select
          aria-label="看什么"
          className="forms-shown"
          value={shown}
          options={shownWords}
          onChange={(next: string) => address.change({ shown: next })}
        />
        <Files edition={edition} kind={kind} isFilled={shown === "example"} />
      </div>
      {shown === "differences" ? (
        <Differences edition={edition} kind={kind} />
      ) : (
        <Sheets edition={edition} kind={kind} isFilled={shown === "example"} address={address} />
      )}
    </>
  );
}

interface Wanted {
  readonly edition: string;
  readonly kind: string;
  readonly isFilled: boolean;
}

function Files({ edition, kind, isFilled }: Wanted): ReactNode {
  const to = (format: string): string =>
    downloadAddress(withWords("/editions/forms/file", { edition, kind, format, filled: String(isFilled) }));
  const what = isFilled ? "示例" : "空表";
  return (
    <div className="list-tools-end">
      <Button href={to("xlsx")} download>
        {what} XLSX
      </Button>
      <Button href={to("docx")} download>
        {what} DOCX
      </Button>
    </div>
  );
}

function Sheets({ edition, kind, isFilled, address }: Wanted & { readonly address: Address }): ReactNode {
  const plan = useQuery({
    queryKey: ["forms", edition, kind],
    queryFn: ({ signal }) => read(entryPlan, withWords("/editions/forms", { edition, kind }), signal),
    ...forever,
  });
  const example = useQuery({
    queryKey: ["form example", edition, kind],
    queryFn: ({ signal }) =>
      read(formExample, withWords("/editions/forms/example", { edition, kind }), signal),
    enabled: isFilled,
    ...forever,
  });
  return (
    <Loaded query={plan}>
      {(found) =>
        isFilled ? (
          <Loaded query={example}>
            {(filled) => <SheetList plan={found} filled={filled} address={address} />}
          </Loaded>
        ) : (
          <SheetList plan={found} filled={nothingTyped} address={address} />
        )
      }
    </Loaded>
  );
}

function SheetList({
  plan,
  filled,
  address,
}: {
  readonly plan: EntryPlan;
  readonly filled: Filled;
  readonly address: Address;
}): ReactNode {
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
      {own === undefined ? null : (
        <Sheet key={`${plan.edition} ${plan.kind} ${own.name}`} sheet={own} filled={filled} />
      )}
    </div>
  );
}

const Sheet = ({ sheet, filled }: { readonly sheet: EntrySheet; readonly filled: Filled }): ReactNode => (
  <div className="forms-sheet">
    <EntryGrid
      sheet={sheet}
      entries={filled.entries}
      computed={filled.computed}
      isReadOnly
      onChange={() => undefined}
    />
  </div>
);
