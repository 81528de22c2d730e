// What a province's edition has that the national one has not, or says differently.

import type { EditionDifferences } from "@jueming/server/contract/editions.ts";
import { editionDifferences } from "@jueming/server/contract/editions.ts";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";

import { read } from "../../api/client.ts";
import { withWords } from "../../api/lists.ts";
import { EmptyState, Loaded } from "../../parts/states.tsx";

/** How many words of a form are listed before the rest is only counted. */
const MOST_WORDS = 12;

/** Differences (与全国版式的不同). */
export function Differences({
  edition,
  kind,
}: {
  readonly edition: string;
  readonly kind: string;
}): ReactNode {
  const query = useQuery({
    queryKey: ["form differences", edition, kind],
    queryFn: ({ signal }) =>
      read(editionDifferences, withWords("/editions/forms/differences", { edition, kind }), signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return <Loaded query={query}>{(found) => <Shown found={found} />}</Loaded>;
}

function Shown({ found }: { readonly found: EditionDifferences }): ReactNode {
  const { name, isLocal, note, basis, general, sheets } = found;
  if (!isLocal)
    return <EmptyState title="这就是全国版式">选一个地区的版式，看它与全国版式的不同。</EmptyState>;
  return (
    <div className="forms-differences">
      <dl>
        <dt>依据</dt>
        <dd>{basis.join("；")}</dd>
        {note === null ? null : (
          <>
            <dt>说明</dt>
            <dd>{note}</dd>
          </>
        )}
        {general.map(({ about, text }) => [
          <dt key={`${about} ${text}`}>{about}</dt>,
          <dd key={`${about} ${text} value`}>{text}</dd>,
        ])}
      </dl>
      {sheets.length === 0 ? (
        <p className="soft">{name}这一种类的各表，栏目与全国版式相同。</p>
      ) : (
        sheets.map((one) => <SheetDifference key={`${one.sheet} ${one.national}`} difference={one} />)
      )}
    </div>
  );
}

function SheetDifference({
  difference: { sheet, national, added, missing },
}: {
  readonly difference: EditionDifferences["sheets"][number];
}): ReactNode {
  return (
    <section>
      <h2>{sheet ?? national}</h2>
      <ul>
        {national === null ? <li>＋ 本地自有，全国版式没有这张表</li> : null}
        {sheet === null ? <li>－ 全国版式有，本地没有这张表</li> : null}
        {sheet !== null && national !== null && sheet !== national ? <li>≠ 全国版式称“{national}”</li> : null}
        {added.length === 0 ? null : <li>＋ 本地另有：{listed(added)}</li>}
        {missing.length === 0 ? null : <li>－ 本地没有：{listed(missing)}</li>}
      </ul>
    </section>
  );
}

const listed = (words: readonly string[]): string =>
  words.slice(0, MOST_WORDS).join("、") + (words.length > MOST_WORDS ? ` 等 ${words.length} 处` : "");
