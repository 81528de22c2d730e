// 选择单位: by name, code, pinyin or initials, as the server finds them.

import { unitView } from "@jueming/server/contract/administration.ts";
import { pageOf } from "@jueming/server/contract/page.ts";
import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import type { ReactNode } from "react";
import { useState } from "react";

import { read } from "../../api/client.ts";
import { withWords } from "../../api/lists.ts";
import { mayAny, useSignedIn } from "../../api/session.ts";

interface Known {
  readonly ref: string;
  readonly name: string;
}

interface Choice {
  readonly label: string;
  readonly value: string;
}

const page = pageOf(unitView);

/** What the pickers of one and of several share: the units that match what is typed. */
function useFoundUnits(
  year: number,
  onlyDepartments: boolean,
): { options: Choice[]; search: (text: string) => void } {
  const session = useSignedIn();
  const [typed, setTyped] = useState("");
  const path = mayAny(session, ["unit.manage"]) ? "/administration/units" : "/units";
  const { data } = useQuery({
    queryKey: ["units to choose", path, year, typed],
    queryFn: ({ signal }) => read(page, withWords(path, { year, search: typed, limit: 200 }), signal),
    placeholderData: (before) => before,
  });
  const found = (data?.items ?? []).filter(({ kind }) => !onlyDepartments || kind === "department");
  return { options: found.map(({ ref, name }) => ({ value: ref, label: name })), search: setTyped };
}

/** UnitPicker (选择单位): one of the tree of a year. `known` names what is chosen already. */
export function UnitPicker({
  year,
  value,
  known,
  onlyDepartments = false,
  placeholder = "名称或拼音首字母",
  id,
  label,
  onChange,
}: {
  readonly year: number;
  readonly value?: string | null;
  readonly known?: Known | null;
  readonly onlyDepartments?: boolean;
  readonly placeholder?: string;
  readonly id?: string;
  readonly label?: string;
  readonly onChange?: (ref: string | null) => void;
}): ReactNode {
  const { options, search } = useFoundUnits(year, onlyDepartments);
  const isKnown = known != null && options.every((one) => one.value !== known.ref);
  return (
    <Select<string>
      {...(id === undefined ? {} : { id })}
      {...(label === undefined ? {} : { "aria-label": label })}
      style={{ width: "100%", minWidth: 200 }}
      allowClear
      showSearch={{ filterOption: false, onSearch: search }}
      placeholder={placeholder}
      notFoundContent="没有这样的单位"
      value={value ?? null}
      options={isKnown ? [{ value: known.ref, label: known.name }, ...options] : options}
      onChange={(ref: string | undefined) => onChange?.(ref ?? null)}
    />
  );
}

/** UnitsPicker: several. */
export function UnitsPicker({
  year,
  value,
  id,
  onChange,
}: {
  readonly year: number;
  readonly value?: readonly string[];
  readonly id?: string;
  readonly onChange?: (refs: readonly string[]) => void;
}): ReactNode {
  const { options, search } = useFoundUnits(year, false);
  return (
    <Select<string[]>
      mode="multiple"
      {...(id === undefined ? {} : { id })}
      style={{ width: "100%" }}
      showSearch={{ filterOption: false, onSearch: search, autoClearSearchValue: true }}
      placeholder="可选多个；按名称或拼音首字母查找"
      notFoundContent="没有这样的单位"
      value={[...(value ?? [])]}
      options={options}
      maxTagCount={8}
      onChange={(refs) => onChange?.(refs)}
    />
  );
}
