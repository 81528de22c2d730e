// What an administrator does before anybody can work: set the region up, register units, invite people, hand out the
// year's task; and how the invited come in.

import type { Role } from "@jueming/server/contract/roles.ts";
import { ROLE_NAMES } from "@jueming/server/contract/roles.ts";
import type { Browser } from "playwright-core";

import type { OwnServer } from "./own-server.ts";
import type { Person } from "./person.ts";
import { choose, newPerson } from "./person.ts";

const PASSWORD = "长城-journey-41";

/** The region of the journeys: a made county whose code lies in the province of the made reports’ forms. */
const REGION = { code: "640499", name: "示例县" } as const;
const DEPARTMENT = "示例县政务服务局";
export const UNIT = "示例县政务数据中心";

/** Opens the link that the server printed, and becomes the administrator. */
async function setUpAdministrator(browser: Browser, server: OwnServer): Promise<Person> {
  const person = await newPerson(browser, server.address);
  const { page } = person;
  await page.goto(server.setUpLink ?? "");
  await page.getByLabel("本地区行政区划代码").fill(REGION.code);
  await page.getByLabel("本地区名称").fill(REGION.name);
  await page.getByLabel("用户名").fill("guanli");
  await page.getByLabel("姓名").fill("管理员甲");
  await typePassword(person);
  await page.getByText("没有待办的报告").waitFor();
  return person;
}

async function typePassword({ page }: Person): Promise<void> {
  await page.getByLabel("密码", { exact: true }).fill(PASSWORD);
  await page.getByLabel("再输入一次").fill(PASSWORD);
  await page.getByRole("button", { name: "启用并进入" }).click();
}

/** Registers a department by hand, and its units by a list from a spreadsheet. */
async function registerUnits({ page }: Person, year: number): Promise<void> {
  await page.goto(`/app/administration?tab=units&year=${year}`);
  await page.getByRole("button", { name: "新增单位" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("单位全称").fill(DEPARTMENT);
  await dialog.getByRole("radio", { name: "主管部门" }).check();
  await dialog.getByRole("button", { name: "保存" }).click();
  await dialog.waitFor({ state: "hidden" });
  await page.getByRole("button", { name: "从表格粘贴" }).click();
  await dialog
    .getByLabel("粘贴名录")
    .fill(`单位名称\t代码\t类型\t主管部门\n${UNIT}\t104001\t事业\t${DEPARTMENT}\n示例县档案馆\t105\t事业\t`);
  await dialog.getByRole("button", { name: "导入 2 个单位" }).click();
  await page.getByRole("cell", { name: UNIT }).first().waitFor();
  await dialog.waitFor({ state: "hidden" });
}

/** Grant: a role over the region, or over a unit or department by its name. */
interface Grant {
  readonly role: Role;
  readonly over?: string;
}

/** Invites a person, and gives the link that the administrator hands over. */
async function invite(
  { page }: Person,
  {
    login,
    name,
    grants,
  }: { readonly login: string; readonly name: string; readonly grants: readonly Grant[] },
): Promise<string> {
  await page.goto("/app/administration?tab=accounts");
  await page.getByRole("button", { name: "新增用户" }).click();
  const dialog = page.getByRole("dialog").first();
  await dialog.getByLabel("登录名").fill(login);
  await dialog.getByLabel("姓名").fill(name);
  for (const [index, { role, over }] of grants.entries()) {
    if (index > 0) await dialog.getByRole("button", { name: "再加一个岗位" }).click();
    const row = dialog.locator(".grant-row").nth(index);
    await choose(row.getByLabel("岗位", { exact: true }), ROLE_NAMES[role]);
    if (over === undefined) continue;
    await row.getByLabel(/哪个/u).fill(over);
    await choose(row.getByLabel(/哪个/u), over);
  }
  await dialog.getByRole("button", { name: "新增并生成链接" }).click();
  const link = (await page.locator(".one-time-link").textContent()) ?? "";
  await page.getByRole("button", { name: "已经转交" }).click();
  return link;
}

/** Opens the link that was handed over, sets a password, and is in. */
async function comeIn(browser: Browser, server: OwnServer, link: string): Promise<Person> {
  const person = await newPerson(browser, server.address);
  await person.page.goto(link);
  await typePassword(person);
  await person.page.getByRole("heading", { name: "我的工作" }).waitFor();
  return person;
}

/** Hands out the task of a year to all units, with days that lie ahead. */
async function handOutTask({ page }: Person, year: number): Promise<void> {
  await page.goto("/app/administration?tab=tasks");
  await page.getByRole("button", { name: "下达任务" }).first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("决算年度").fill(String(year));
  await dialog.getByLabel("任务名称").fill(`${year}年度部门决算公开`);
  for (const [label, days] of [
    ["填报截止", 10],
    ["主管部门审核截止", 20],
    ["财政审核截止", 30],
    ["公开截止", 40],
  ] as const)
    await dialog.getByLabel(label, { exact: true }).fill(dayIn(days));
  await dialog.getByRole("button", { name: "下达", exact: true }).click();
  await page.getByText(/已公开 0 \/ \d/u).waitFor();
}

const dayIn = (days: number): string =>
  new Date(Date.now() + days * 24 * 3_600_000).toISOString().slice(0, 10);

/** Signs in with the name and password that were set. */
export async function signIn({ page }: Person, login: string): Promise<void> {
  await page.goto("/app/sign-in");
  await page.getByLabel("用户名").fill(login);
  await page.getByLabel("密码").fill(PASSWORD);
  await page.getByRole("button", { name: "登录" }).click();
  await page.getByRole("heading", { name: "我的工作" }).waitFor();
}

/** Office: the people of the journeys, each at a browser of their own. */
export interface Office {
  readonly administrator: Person;
  readonly filler: Person;
  readonly unitReviewer: Person;
  readonly departmentReviewer: Person;
  readonly financeReviewer: Person;
  readonly publisher: Person;
}

/** Everything from the set-up link until everybody sees what there is to do. */
export async function openOffice(browser: Browser, server: OwnServer, year: number): Promise<Office> {
  const administrator = await setUpAdministrator(browser, server);
  await registerUnits(administrator, year);
  await handOutTask(administrator, year);
  const called = async (login: string, name: string, grants: readonly Grant[]): Promise<Person> =>
    comeIn(browser, server, await invite(administrator, { login, name, grants }));
  return {
    administrator,
    filler: await called("tianbao", "填报员乙", [{ role: "filler", over: UNIT }]),
    unitReviewer: await called("danwei", "审核员丙", [{ role: "unit-reviewer", over: UNIT }]),
    departmentReviewer: await called("zhuguan", "审核员丁", [
      { role: "department-reviewer", over: DEPARTMENT },
    ]),
    financeReviewer: await called("caizheng", "审核员戊", [{ role: "finance-reviewer" }]),
    publisher: await called("gongkai", "公开员己", [{ role: "publisher" }, { role: "secrecy-reviewer" }]),
  };
}

/** An office with nobody but who reviews for the finance department. */
export async function openFinanceDesk(browser: Browser, server: OwnServer): Promise<Person> {
  const administrator = await setUpAdministrator(browser, server);
  const link = await invite(administrator, {
    login: "caizheng",
    name: "审核员戊",
    grants: [{ role: "finance-reviewer" }],
  });
  return comeIn(browser, server, link);
}
