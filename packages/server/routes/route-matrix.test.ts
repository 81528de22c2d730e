import multipart from "@fastify/multipart";
import { eq } from "drizzle-orm";
import Fastify from "fastify";
import { serializerCompiler, validatorCompiler } from "fastify-type-provider-zod";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { ROLES } from "../contract/roles.ts";
import type { Role } from "../contract/roles.ts";
import { EMPTY_SUMMARY } from "../contract/report-states.ts";
import { newId } from "../identifiers.ts";
import {
  bulkCheck,
  evaluation,
  figure,
  rectification,
  report,
  reportDraft,
  unit,
  unitYear,
} from "../store/schema/index.ts";
import type { RouteLine } from "../testing/route-matrix.ts";
import { ROUTE_MATRIX, STAGE_MATRIX } from "../testing/route-matrix.ts";
import type { SignedInPerson, TestServer } from "../testing/test-server.ts";
import { addPerson, addTree, testServer } from "../testing/test-server.ts";
import { routes } from "./index.ts";
import type { App } from "./routes.ts";

const HERE = "431299";
const ELSEWHERE = "431281";
/** The targets: how far each is from the unit or department over which a role is held. */
const PLACES = ["own", "sibling", "other-department", "other-region"] as const;
type Place = (typeof PLACES)[number];

/** How far a role reaches, as it is usually granted. */
const REACH: Readonly<Record<Role, readonly Place[]>> = {
  filler: ["own"],
  "unit-reviewer": ["own"],
  "unit-head": ["own"],
  "department-reviewer": ["own", "sibling"],
  "finance-reviewer": ["own", "sibling", "other-department"],
  "performance-reviewer": ["own", "sibling", "other-department"],
  "secrecy-reviewer": ["own", "sibling", "other-department"],
  publisher: ["own", "sibling", "other-department"],
  "third-party": ["own", "sibling", "other-department"],
  administrator: ["own", "sibling", "other-department"],
};

let server: TestServer;
const people = new Map<Role, SignedInPerson>();
const reports = new Map<Place, string>();
const units = new Map<Place, string>();
const entries = new Map<Place, string>();

async function addReport(shardRegion: string, unitId: string): Promise<string> {
  const id = newId();
  const rest = { year: 2024, kind: "final-accounts", edition: "ningxia/2024" } as const;
  await server.database.insert(report).values({ shardRegion, id, unitId, ...rest, summary: EMPTY_SUMMARY });
  await server.database
    .insert(reportDraft)
    .values({ shardRegion, reportId: id, entries: { fields: {}, lists: {} } });
  return `${shardRegion}.${id}`;
}

/** A unit's report, with an evaluation, figures and an entry of the ledger that say by their words where they are. */
async function addPlace(place: Place, shardRegion: string, unitId: string): Promise<void> {
  const { database } = server;
  const ref = await addReport(shardRegion, unitId);
  const reportId = ref.split(".")[1] ?? "";
  const own = { shardRegion, reportId, unitId, year: 2024 };
  await database.insert(evaluation).values({ ...own, position: 0, name: markOf(place), score: "90" });
  const fact = "three-public/final.total";
  await database.insert(figure).values({ ...own, fact, value: String(1000 + PLACES.indexOf(place)) });
  const id = newId();
  await database.insert(rectification).values({
    ...own,
    id,
    number: 1 + PLACES.indexOf(place),
    problem: markOf(place),
    origin: "审计",
    due: "2025-01-01",
    state: "open",
    history: [],
  });
  reports.set(place, ref);
  units.set(place, `${shardRegion}.${unitId}`);
  entries.set(place, `${shardRegion}.${id}`);
}

const markOf = (place: Place): string => `标记-${place}`;
/** The places whose marks an answer holds. */
const marksIn = (text: string): readonly Place[] => PLACES.filter((place) => text.includes(markOf(place)));

beforeAll(async () => {
  server = await testServer();
  const { database } = server;
  const tree = await addTree(database, HERE);
  const other = await addTree(database, ELSEWHERE);
  const sibling = newId();
  await database.insert(unit).values({ shardRegion: HERE, id: sibling });
  await database.insert(unitYear).values({
    shardRegion: HERE,
    unitId: sibling,
    year: 2024,
    name: "示例县第二中学",
    kind: "unit",
    type: "institution",
    departmentId: tree.department,
  });
  await addPlace("own", HERE, tree.unit);
  await addPlace("sibling", HERE, sibling);
  await addPlace("other-department", HERE, tree.otherUnit);
  await addPlace("other-region", ELSEWHERE, other.unit);
  for (const role of ROLES) {
    const scope = REACH[role].length === 1 ? "unit" : REACH[role].length === 2 ? "department" : "region";
    const unitId = { unit: tree.unit, department: tree.department, region: null }[scope];
    people.set(role, await addPerson(server, { shardRegion: HERE, role, scope, unitId }));
  }
});
afterAll(() => server.close());

/** Each request from an address of its own: the limit of requests is not what is tried here. */
let asked = 0;

async function ask(role: Role | null, route: string, place: Place, line: RouteLine) {
  const [method = "GET", path = ""] = route.split(" ");
  const shard = place === "other-region" ? ELSEWHERE : HERE;
  const nobody = `${shard}.${newId()}`;
  const report = reports.get(place) ?? "";
  const ref =
    (line.scope === "entry" ? entries.get(place) : line.scope === "report" ? report : null) ?? nobody;
  const url = path
    .replace(":ref", ref)
    .replace(":region", shard)
    .replace(/:(?:version|position|page)/u, "1")
    .replace(":format", path.includes("bulk") ? "html" : "json")
    .replace(":row", "none")
    .replace(/:(?:comment|explanation|evidence|file)/u, nobody);
  const query = path.endsWith("/differences")
    ? "?with=1"
    : line.scope === "named-report"
      ? `?report=${report}`
      : "";
  asked += 1;
  const answer = await server.app.inject({
    // Reason: the methods of the matrix are those of routes.
    method: method as "GET",
    url: `/api/v1${url}${query}`,
    remoteAddress: `10.0.${Math.floor(asked / 200)}.${asked % 200}`,
    headers: { "if-match": "0", ...(role === null ? {} : people.get(role)?.headers) },
    ...(method === "GET"
      ? {}
      : {
          payload: {
            region: shard,
            unit: units.get(place),
            ...(line.scope === "unit" ? {} : { report }),
            ...line.body,
          },
        }),
  });
  const body = String(answer.headers["content-type"]).includes("json") ? answer.json() : {};
  return { status: answer.statusCode, detail: String(body.detail ?? ""), body, text: answer.body };
}

/** Refused by the act, or as if it were not there at all; what is missing below a report one may see is not that. */
const isRefused = ({ status, detail }: { readonly status: number; readonly detail: string }): boolean =>
  status === 403 || status === 401 || (status === 404 && /没有找到(?:所要的内容|这份报告)/u.test(detail));

const linesOf = (scope: RouteLine["scope"]) =>
  Object.entries(ROUTE_MATRIX).filter(([, line]) => line.scope === scope);

/** The routes as they are registered, from the one list of the application. */
async function registered(): Promise<readonly string[]> {
  const app = Fastify();
  const found: string[] = [];
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  await app.register(multipart);
  app.addHook("onRoute", ({ method, url }) => {
    if (method !== "HEAD") found.push(`${String(method)} ${url}`);
  });
  // Reason: the routes are only registered here, never called.
  for (const add of routes) add(app as unknown as App, server.services);
  return found;
}

describe("the matrix of who may do what", () => {
  test("knows every route, and no other", async () => {
    expect((await registered()).toSorted()).toEqual(Object.keys(ROUTE_MATRIX).toSorted());
  });

  test.each(Object.entries(ROUTE_MATRIX).filter(([, { scope }]) => scope !== "public"))(
    "%s needs a person who is signed in",
    async (route, line) => {
      expect((await ask(null, route, "own", line)).status).toBe(401);
    },
  );

  const byUnit = (["report", "entry", "unit", "named-report"] as const).flatMap(linesOf);
  test.each(byUnit)("%s: role × unit", async (route, line) => {
    for (const role of ROLES) {
      for (const place of PLACES) {
        const answer = await ask(role, route, place, line);
        const may = line.roles.includes(role) && REACH[role].includes(place);
        expect([route, role, place, isRefused(answer), answer.status]).toEqual([
          route,
          role,
          place,
          !may,
          answer.status,
        ]);
        expect(answer.status).toBeLessThan(500);
      }
    }
  });

  test.each(linesOf("region"))("%s: role × region", async (route, line) => {
    for (const role of ROLES) {
      for (const place of ["own", "other-region"] as const) {
        const answer = await ask(role, route, place, line);
        const may = line.roles.includes(role) && place === "own";
        // A reference to nobody in one's own region is not there either: only who may not must be refused.
        const isSure = !may || !route.includes(":ref");
        expect([role, place, isSure && isRefused(answer)]).toEqual([role, place, !may]);
        expect(answer.status).toBeLessThan(500);
      }
    }
  });

  test.each([...linesOf("list"), ...linesOf("own")])("%s: role", async (route, line) => {
    for (const role of ROLES) {
      const { status } = await ask(role, route, "own", line);
      expect([role, status === 403]).toEqual([role, !line.roles.includes(role)]);
    }
  });

  test.each(["GET /reports", "GET /reviews/queue"])(
    "%s lists what lies in scope, and nothing else",
    async (route) => {
      const all = route.endsWith("queue") ? "GET /reviews/queue?only=all" : route;
      for (const role of ROLES.filter((one) => one !== "administrator")) {
        const { body } = await ask(role, all, "own", { scope: "list", roles: [] });
        const seen = body.items.map(({ ref }: { ref: string }) => ref).toSorted();
        expect([role, seen]).toEqual([role, REACH[role].map((place) => reports.get(place)).toSorted()]);
      }
    },
  );

  test.each([
    ["GET /rectifications", "GET /rectifications?limit=200"],
    ["GET /rectifications/file", "GET /rectifications/file?format=csv"],
    ["GET /analysis", "GET /analysis?year=2024"],
    ["GET /analysis/evaluations", "GET /analysis/evaluations?year=2024"],
    ["GET /analysis/:list/file", "GET /analysis/evaluations/file?year=2024&format=csv"],
  ])("%s holds what lies in scope, and nothing else", async (line, route) => {
    const may = ROUTE_MATRIX[line]?.roles ?? [];
    for (const role of may) {
      const { text } = await ask(role, route, "own", { scope: "list", roles: [] });
      expect([role, marksIn(text)]).toEqual([role, REACH[role]]);
    }
  });

  test("amounts are summed over what lies in scope, and nothing else", async () => {
    for (const role of ROUTE_MATRIX["GET /analysis"]?.roles ?? []) {
      const { body } = await ask(role, "GET /analysis?year=2024", "own", { scope: "list", roles: [] });
      const sum = REACH[role].reduce((total, place) => total + 1000 + PLACES.indexOf(place), 0);
      expect([role, Number(body.threePublic[0].now)]).toEqual([role, sum]);
      const listed = await ask(role, "GET /analysis/three-public?year=2024", "own", {
        scope: "list",
        roles: [],
      });
      expect([role, listed.body.items.length]).toEqual([role, REACH[role].length]);
      const counts = await ask(role, "GET /rectifications/counts", "own", { scope: "list", roles: [] });
      expect([role, counts.body.late]).toEqual([role, REACH[role].length]);
    }
  });

  test("a problem is tied to no report but the unit's own", async () => {
    const body = { ...ROUTE_MATRIX["POST /rectifications"]?.body, report: reports.get("other-department") };
    const { status } = await ask("finance-reviewer", "POST /rectifications", "own", {
      scope: "unit",
      roles: [],
      body,
    });
    expect(status).toBe(400);
  });

  const bulkRoutes = Object.keys(ROUTE_MATRIX).filter((route) => route.includes("/bulk-checks/:ref"));
  test.each(bulkRoutes)("%s: another person's check is not there, whatever the role", async (route) => {
    const { accountId } = await addPerson(server, {
      shardRegion: HERE,
      role: "filler",
      scope: "region",
      unitId: null,
    });
    const id = newId();
    await server.database
      .insert(bulkCheck)
      .values({ shardRegion: HERE, id, accountId, title: "批", state: "done" });
    for (const role of ROLES) {
      const { status } = await ask(role, route.replace(":ref", `${HERE}.${id}`), "own", {
        scope: "own",
        roles: [],
      });
      expect([role, status]).toEqual([role, ROUTE_MATRIX[route]?.roles.includes(role) === true ? 404 : 403]);
      const list = await ask(role, "GET /bulk-checks", "own", { scope: "list", roles: [] });
      expect(list.text).not.toContain(id);
    }
  });

  test.each(Object.entries(STAGE_MATRIX))("decisions at %s: role × unit", async (state, deciders) => {
    for (const role of ROLES) {
      for (const place of PLACES) {
        const id = (reports.get(place) ?? "").split(".")[1] ?? "";
        // Reason: the keys of the matrix are states.
        const fresh = { state: state as "ready", revision: 0 };
        await server.database.update(report).set(fresh).where(eq(report.id, id));
        const body = { revision: 0, decision: "returned", opinion: "请修改" };
        const answer = await ask(role, "POST /reports/:ref/reviews", place, {
          scope: "report",
          roles: [],
          body,
        });
        const may = deciders.some((one) => one === role) && REACH[role].includes(place);
        expect([role, place, answer.status < 300]).toEqual([role, place, may]);
      }
    }
  });
});
