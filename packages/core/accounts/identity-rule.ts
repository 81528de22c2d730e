import type { IdentityRule } from "./concept.ts";

/** Rules of one table (表内勾稽关系): errors of logic whose basis is the official form itself. */
export function inTableRule(
  label: string,
  title: string,
): (code: string, id: string, what: string) => IdentityRule {
  return (code, id, what) => ({
    id,
    code,
    title: what,
    basis: `部门决算公开报表表式（${label} ${title}）规定的表内勾稽关系`,
    severity: "error",
    kind: "logic",
  });
}

/** Rules across tables (表间勾稽关系); errors of logic unless said otherwise. */
export function acrossTablesRule(
  code: string,
  id: string,
  title: string,
  as: { readonly severity: IdentityRule["severity"]; readonly kind: IdentityRule["kind"] } = {
    severity: "error",
    kind: "logic",
  },
): IdentityRule {
  return { id, code, title, basis: "部门决算公开报表（公开01至10表）规定的表间勾稽关系", ...as };
}
