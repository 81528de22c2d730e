// The roles of a person, each over the region, a department with its units, or one unit.

import { treeYears } from "@jueming/server/contract/administration.ts";
import { ROLE_NAMES, ROLES } from "@jueming/server/contract/roles.ts";
import type { Role } from "@jueming/server/contract/roles.ts";
import { useQuery } from "@tanstack/react-query";
import { Button, Select } from "antd";
import type { ReactNode } from "react";

import { read } from "../../../api/client.ts";
import { UnitPicker } from "../../../parts/unit-picker/unit-picker.tsx";

/** GrantRow: a role as it is chosen. */
export interface GrantRow {
  readonly role: Role;
  readonly scope: "region" | "department" | "unit";
  readonly unit: string | null;
  /** What the unit is called, where it was chosen before. */
  readonly unitName: string | null;
}

const roles = ROLES.map((value) => ({ value, label: ROLE_NAMES[value] }));
const scopes: { value: GrantRow["scope"]; label: string }[] = [
  { value: "region", label: "全地区" },
  { value: "department", label: "部门" },
  { value: "unit", label: "单位" },
];

/** Where a role usually works, so that the row is right when the role is chosen. */
function usualScope(role: Role): GrantRow["scope"] {
  if (role === "filler" || role === "unit-reviewer" || role === "unit-head") return "unit";
  return role === "department-reviewer" ? "department" : "region";
}

/** The newest year that has units: people work with the tree as it is now. */
function useNewestYear(): number {
  const { data } = useQuery({
    queryKey: ["tree years"],
    queryFn: ({ signal }) => read(treeYears, "/administration/units/years", signal),
  });
  return data?.items[0]?.year ?? new Date().getFullYear() - 1;
}

/** GrantRows (岗位与范围). */
export function GrantRows({
  value = [],
  onChange,
}: {
  readonly value?: readonly GrantRow[];
  readonly onChange?: (rows: readonly GrantRow[]) => void;
}): ReactNode {
  const put = (index: number, row: GrantRow | null): void =>
    onChange?.(value.flatMap((one, at) => (at === index ? (row === null ? [] : [row]) : [one])));
  const add = (): void =>
    onChange?.([...value, { role: "filler", scope: "unit", unit: null, unitName: null }]);
  return (
    <>
      {value.map((row, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- rows have no name of their own; they are added at the end or taken out
        <OneGrant key={index} row={row} onChange={(next) => put(index, next)} />
      ))}
      <Button type="dashed" onClick={add}>
        再加一个岗位
      </Button>
    </>
  );
}

function OneGrant({
  row,
  onChange,
}: {
  readonly row: GrantRow;
  readonly onChange: (row: GrantRow | null) => void;
}): ReactNode {
  const { role, scope, unit, unitName } = row;
  const year = useNewestYear();
  return (
    <div className="grant-row">
      <Select
        aria-label="岗位"
        value={role}
        options={roles}
        onChange={(next) => onChange({ ...row, role: next, scope: usualScope(next) })}
      />
      <Select
        aria-label="范围"
        value={scope}
        options={scopes}
        onChange={(next) => onChange({ ...row, scope: next, unit: next === "region" ? null : unit })}
      />
      {scope === "region" ? (
        <span />
      ) : (
        <UnitPicker
          year={year}
          label={scope === "department" ? "哪个部门" : "哪个单位"}
          value={unit}
          known={unit === null || unitName === null ? null : { ref: unit, name: unitName }}
          onlyDepartments={scope === "department"}
          onChange={(next) => onChange({ ...row, unit: next })}
        />
      )}
      <Button aria-label="去掉这个岗位" onClick={() => onChange(null)}>
        去掉
      </Button>
    </div>
  );
}
