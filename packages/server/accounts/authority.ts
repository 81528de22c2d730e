// 权限: whether a person's grants cover an act on a part of the tree.

import type { Action } from "../contract/actions.ts";
import { mayDo } from "../contract/actions.ts";
import type { Role } from "../contract/roles.ts";

/** HeldGrant: a role and the part of the tree it is over. */
export interface HeldGrant {
  readonly role: Role;
  readonly scope: "region" | "department" | "unit";
  readonly shardRegion: string;
  /** Division code of the region in force, by which those below it are told. */
  readonly regionCode: string;
  readonly unitId: string | null;
}

/** Target: what an act is done to; a unit with its department, or a region as a whole. */
export interface Target {
  readonly shardRegion: string;
  readonly regionCode: string;
  readonly unitId: string | null;
  readonly departmentId: string | null;
}

/** True when one of the grants allows the act on the target. */
export const isAllowed = (grants: readonly HeldGrant[], act: Action, target: Target): boolean =>
  grants.some((grant) => mayDo(grant.role, act) && covers(grant, target));

/** The grants under which somebody may do this somewhere. */
export const grantsFor = (grants: readonly HeldGrant[], act: Action): readonly HeldGrant[] =>
  grants.filter(({ role }) => mayDo(role, act));

/** True when the act is allowed in every one of the regions: for acts on the whole database. */
export const isAllowedInAll = (
  grants: readonly HeldGrant[],
  act: Action,
  regionCodes: readonly string[],
): boolean =>
  regionCodes.every((code) =>
    grantsFor(grants, act).some(({ scope, regionCode }) => scope === "region" && isWithin(code, regionCode)),
  );

function covers(grant: HeldGrant, target: Target): boolean {
  switch (grant.scope) {
    case "region":
      return isWithin(target.regionCode, grant.regionCode);
    case "department":
      return (
        grant.unitId !== null &&
        grant.shardRegion === target.shardRegion &&
        (grant.unitId === target.unitId || grant.unitId === target.departmentId)
      );
    case "unit":
      return (
        grant.unitId !== null && grant.shardRegion === target.shardRegion && grant.unitId === target.unitId
      );
  }
}

/** True when a division is the other one or lies in it: 141127 in 141100 in 140000 (GB/T 2260). */
export function isWithin(code: string, above: string): boolean {
  return code.startsWith(divisionPrefix(above));
}

/** The digits that all divisions within this one begin with. */
export const divisionPrefix = (code: string): string => code.replace(/(?:0000|00)$/u, "");
