// Fills a database with a district's or a province's data: the published reports that it holds are copied under other
// names and amounts, a tenth of the newest are still under review, entries of the ledger are copied, and each region gets
// a desk that sees all of it. For measurements only: versions of the copies are not kept.
//   node scripts/measure/application/fill-district.ts --database-url URL --regions 1 --units 400 --years 3
//   node scripts/measure/application/fill-district.ts --database-url URL --regions 100 --units 400 --years 1

import { createRequire } from "node:module";
import { join } from "node:path";
import { parseArgs } from "node:util";

import { repositoryRoot } from "../../shared-material.ts";

/** The part of the driver that is used here; it is declared by the server's package. */
interface Connection {
  readonly connect: () => Promise<void>;
  readonly query: (
    sql: string,
    values?: readonly unknown[],
  ) => Promise<{ readonly rows: readonly Record<string, unknown>[] }>;
  readonly end: () => Promise<void>;
}

const { values } = parseArgs({
  options: {
    "database-url": { type: "string" },
    regions: { type: "string", default: "1" },
    units: { type: "string", default: "400" },
    years: { type: "string", default: "3" },
  },
});
const required = createRequire(join(repositoryRoot, "packages/server/package.json"));
// Reason: the driver has no types for a require; only these three calls are made.
const { Client } = required("pg") as { Client: new (options: object) => Connection };
const client = new Client({ connectionString: values["database-url"] });
const [regions, units, years] = [values.regions, values.units, values.years].map(Number);
const LAST_YEAR = 2024;

await client.connect();
// Copies hang together by themselves: checking each of millions of keys would only take time.
await client.query("set session_replication_role = replica");
for (let index = 0; index < (regions ?? 1); index += 1) {
  const shard = `99${String(2 + Math.floor(index / 90)).padStart(2, "0")}${String(1 + (index % 90)).padStart(2, "0")}`;
  await client.query("begin");
  await addTree(shard, index);
  for (let back = 0; back < (years ?? 1); back += 1) await addReports(shard, LAST_YEAR - back);
  await addTotals(shard);
  await addWorkUnderWay(shard);
  await addDesk(shard);
  await client.query("commit");
  process.stderr.write(`region ${index + 1} of ${regions}\r`);
}
await client.query("analyze");
const { rows } =
  await client.query(`select (select count(*) from unit) as units, (select count(*) from report) as reports,
  (select count(*) from figure) as figures, (select count(*) from public_project) as projects,
  pg_size_pretty(pg_database_size(current_database())) as size`);
process.stdout.write(`${JSON.stringify(rows[0])}\n`);
await client.end();

/** Ids of copies follow from the shard and a number. */
function uuid(kind: string): string {
  return `md5($1 || '${kind}' || n)::uuid`;
}

async function addTree(shard: string, index: number): Promise<void> {
  const name = `示例${index + 1}区`;
  await client.query("insert into region values ($1, $1, $2, $3)", [shard, name, `示例省示例市${name}`]);
  await client.query(
    `insert into unit (shard_region, id) select $1, ${uuid("unit")} from generate_series(1, $2::int) n`,
    [shard, units],
  );
  await client.query(
    `insert into unit_year (shard_region, unit_id, year, code, name, kind, type, department_id, pinyin, initials)
     select $1, ${uuid("unit")}, y, lpad(n::text, 6, '0'), $4 || '第' || n || '办公室',
       case when n % 10 = 1 then 'department' else 'unit' end, 'administrative',
       case when n % 10 = 1 then null else md5($1 || 'unit' || (n - (n - 1) % 10))::uuid end,
       'shiliqudi' || n || 'bangongshi', 'slqd' || n || 'bgs'
     from generate_series(1, $2::int) n, generate_series($3::int, ${LAST_YEAR} + 1) y`,
    [shard, units, LAST_YEAR - (years ?? 1) + 1, name],
  );
}

type Columns = Readonly<Record<string, string>>;

/** What the copies of a kind and year say otherwise than the report that they are made from. */
function ownColumns(own: string, year: number): Readonly<Record<string, Columns>> {
  const common = {
    shard_region: "$1",
    report_id: uuid(own),
    unit_id: uuid("unit"),
    year: String(year),
  };
  const unitName = `(select name from unit_year u where u.shard_region = $1 and u.unit_id = ${uuid("unit")} and u.year = ${year})`;
  return {
    public_report: {
      ...common,
      publication_id: uuid(`publication${own}`),
      unit_name: unitName,
      department_id: "md5($1 || 'unit' || (n - (n - 1) % 10))::uuid",
      expenditure: "x.expenditure * (0.5 + (n % 97) / 97.0)",
      income: "x.income * (0.5 + (n % 97) / 97.0)",
      three_public: "x.three_public * (0.5 + (n % 89) / 89.0)",
      rate: "60 + n % 40",
      mean_score: "80 + n % 20",
    },
    public_project: { ...common, unit_name: unitName, score: "80 + n % 20" },
    figure: { ...common, value: "round(x.value * (0.5 + (n % 97) / 97.0), 2)" },
    evaluation: { ...common, score: "80 + n % 20", executed: "x.executed * (0.4 + (n % 60) / 100.0)" },
  };
}

/** One report of final accounts and one of evaluations for each unit and year, after the newest that is published. */
async function addReports(shard: string, year: number): Promise<void> {
  for (const kind of ["final-accounts", "project-evaluations"]) {
    const own = `${kind}${year}-`;
    const template = `(select p.* from public_report p where p.kind = '${kind}' and p.shard_region like '9901%' order by p.year desc, p.projects desc limit 1)`;
    const each = `from ${template} t, generate_series(1, $2::int) n`;
    await client.query(
      `insert into report (shard_region, id, unit_id, year, kind, edition, state, version, published_version, summary, revision)
       select $1, ${uuid(own)}, ${uuid("unit")}, ${year}, '${kind}', 'national/2024', 'published', 1, 1,
         jsonb_build_object('error', n % 3, 'warning', n % 5, 'hint', n % 9, 'required', 50, 'filled', 50, 'projects', t.projects, 'meanScore', '92.10'), 1
       ${each}`,
      [shard, units],
    );
    await client.query(
      `insert into publication (shard_region, id, report_id, version, unit_id, year, published_at)
       select $1, ${uuid(`publication${own}`)}, ${uuid(own)}, 1, ${uuid("unit")}, ${year}, t.published_at ${each}`,
      [shard, units],
    );
    for (const [table, columns] of Object.entries(ownColumns(own, year))) {
      const source = `(select x.* from ${table} x join ${template} t on t.report_id = x.report_id)`;
      await copyRows({ table, source, shard, own: columns });
    }
  }
}

interface Copy {
  readonly table: string;
  readonly source: string;
  readonly shard: string;
  readonly own: Columns;
}

/** Copies rows once for each unit, with some columns of its own. */
async function copyRows({ table, source, shard, own }: Copy): Promise<void> {
  const { rows: columns } = await client.query(
    "select column_name as name from information_schema.columns where table_schema = 'public' and table_name = $1 order by ordinal_position",
    [table],
  );
  const names = columns.map(({ name }) => String(name));
  const expressions = names.map((name) => own[name] ?? `x.${name}`);
  await client.query(
    `insert into ${table} (${names.join(", ")}) select ${expressions.join(", ")} from ${source} x, generate_series(1, $2::int) n`,
    [shard, units],
  );
}

async function addTotals(shard: string): Promise<void> {
  await client.query(
    `insert into public_unit (shard_region, unit_id, name, department_name, first_year, last_year, pinyin, initials, words)
     select r.shard_region, r.unit_id, max(u.name), null, min(r.year), max(r.year), max(u.pinyin), max(u.initials),
       array[max(u.name), max(u.pinyin), max(u.initials)]
     from public_report r join unit_year u using (shard_region, unit_id, year) where r.shard_region = $1 group by 1, 2`,
    [shard],
  );
  await client.query(
    `insert into public_total (shard_region, year, units, income, expenditure, basic, project, three_public, projects, late, faulty)
     select shard_region, year, count(distinct unit_id), sum(income), sum(expenditure), sum(basic), sum(project), sum(three_public), sum(projects), 0, 0
     from public_report where shard_region = $1 group by 1, 2`,
    [shard],
  );
  await client.query("insert into public_change values ($1, 1)", [shard]);
}

/** What a district has under way: reports in each review, and for each unit an entry of the ledger. */
async function addWorkUnderWay(shard: string): Promise<void> {
  await client.query(
    `update report set state = (array['finance-review', 'department-review', 'filling', 'secrecy-review'])[1 + abs(hashtext(id::text) / 10) % 4]
     where shard_region = $1 and year = ${LAST_YEAR} and hashtext(id::text) % 10 = 0`,
    [shard],
  );
  const own: Columns = {
    shard_region: "$1",
    id: uuid("rectification"),
    unit_id: uuid("unit"),
    owner_unit: uuid("unit"),
  };
  const source =
    "(select * from rectification where shard_region like '9901%' and state <> 'closed' order by number limit 1)";
  await copyRows({ table: "rectification", source, shard, own: { ...own, report_id: "null", number: "n" } });
}

/** A desk of the whole region with a session, whose cookie is `jueming_session=measured-<region>`. */
async function addDesk(shard: string): Promise<void> {
  await client.query(
    `insert into account (shard_region, id, login, name, created_at) values ($1, md5($1 || 'desk')::uuid, 'desk-' || $1, '审核员', now())`,
    [shard],
  );
  await client.query(
    `insert into role_grant (shard_region, id, account_id, role, scope)
     select $1, md5($1 || role)::uuid, md5($1 || 'desk')::uuid, role, 'region' from unnest(array['finance-reviewer', 'administrator']) role`,
    [shard],
  );
  await client.query(
    `insert into session values ($1, encode(sha256(('measured-' || $1)::bytea), 'hex'), md5($1 || 'desk')::uuid, 'measured', now(), now(), now() + interval '10 days')`,
    [shard],
  );
}
