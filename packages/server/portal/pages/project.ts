// 项目: its money, its goals, each indicator with target, result and score, and how the score follows.

import type { PublicIndicator, PublicProject } from "../../contract/public-report.ts";
import type { Key } from "../../contract/reference.ts";
import { referenceTo } from "../../contract/reference.ts";
import type { Queries } from "../../database/database.ts";
import { projectOf, regionsIn } from "../../store/public-reports.ts";
import { moneyPiece, notStated } from "../amounts.ts";
import { amountBars } from "../charts/amount-bars.ts";
import type { Markup, Piece } from "../html.ts";
import { html } from "../html.ts";
import type { PortalPage } from "../page.ts";
import { scorePiece } from "../parts/lists.ts";
import { projectPath, regionPath, unitPath } from "../../contract/portal-paths.ts";

type FoundProject = NonNullable<Awaited<ReturnType<typeof projectOf>>>;

/** The page of a project; undefined where none of that number is published. */
export async function projectPage(
  queries: Queries,
  key: Key,
  number: string,
): Promise<PortalPage | undefined> {
  const [found, [region]] = await Promise.all([
    projectOf(queries, key, number),
    regionsIn(queries, key.shardRegion),
  ]);
  if (found === undefined) return undefined;
  const ref = referenceTo(key);
  const { name, year, unitName } = found;
  return {
    title: `${name}（${unitName} ${year} 年度）`,
    description: `${unitName} ${year} 年度项目“${name}”的资金、绩效目标、完成情况和自评得分。`,
    canonical: projectPath(found),
    crumbs: [
      { name: "首页", path: "/" },
      ...(region === undefined ? [] : [{ name: region.name, path: regionPath(region.code) }]),
      { name: unitName, path: unitPath(ref, year) },
      { name, path: projectPath(found) },
    ],
    body: bodyOf(found, ref),
  };
}

function bodyOf(found: FoundProject, ref: string): Markup {
  const { name, year, unitName, adjusted, executed, rate, score, computedScore, grade, content } = found;
  const { goal, achievement, indicators, texts, code } = content;
  return html`<h1>${name}</h1>
    <p class="lead">
      <a href="${unitPath(ref, year)}">${unitName}</a> · ${year} 年度${code !== null && ` · 项目编码 ${code}`}
    </p>
    <dl class="tiles">
      <div class="tile">
        <dt>全年预算</dt>
        <dd class="value">${moneyPiece(adjusted)} <small>万元</small></dd>
      </div>
      <div class="tile">
        <dt>实际支出</dt>
        <dd class="value">${moneyPiece(executed)} <small>万元</small></dd>
        <dd class="more">${rate !== null && `执行率 ${rate}%`}</dd>
      </div>
      <div class="tile">
        <dt>自评得分</dt>
        <dd class="value">${score ?? "—"} <small>分</small></dd>
        <dd class="more">
          ${grade !== null && `等级：${grade}`}${computedScore !== null && `；按结果推算 ${computedScore} 分`}
        </dd>
      </div>
    </dl>
    ${verdictOf(found)}
    ${
      (goal !== null || achievement !== null) &&
      html`<h2 id="goals">目标与完成情况</h2>
        <div class="beside">
          <div>
            <h3>年度目标</h3>
            ${paragraphs(goal)}
          </div>
          <div>
            <h3>完成情况</h3>
            ${paragraphs(achievement)}
          </div>
        </div>`
    }
    <h2 id="money">资金</h2>
    ${moneySection(content)}
    <h2 id="indicators">绩效指标</h2>
    ${indicators.length === 0 ? html`<p class="soft">公开文件没有列示指标。</p>` : indicatorTable(indicators)}
    ${texts.map(
      ({ heading, paragraphs: lines }) =>
        html`<h2>${heading}</h2>
          ${lines.map((text) => html`<p>${text}</p>`)}`,
    )}`;
}

const paragraphs = (text: string | null): Piece =>
  text === null ? html`<p class="soft">未列示</p>` : text.split(/\n+/u).map((line) => html`<p>${line}</p>`);

/** Whether the printed total follows from the results. */
function verdictOf({ score, computedScore, content: { indicators } }: FoundProject): Piece {
  const odd = indicators.filter(({ verdict }) => verdict === "generous" || verdict === "strict").length;
  if (score === null || computedScore === null) return null;
  const same = Number(score) === Number(computedScore) && odd === 0;
  return same
    ? html`<p><span class="severity good">得分有据</span> 自评得分与按评分规则由完成值推算的得分一致。</p>`
    : html`<p>
        <span class="severity warning">得分与结果有出入</span> 自评 ${score} 分，按评分规则推算
        ${computedScore} 分；${odd} 个指标的得分偏高或偏低，见下表。
      </p>`;
}

function moneySection({ funding, execution }: PublicProject): Markup {
  const bars = funding.flatMap(({ name, executed, adjusted }) =>
    executed === null ? [] : [{ name, yuan: executed, before: adjusted }],
  );
  return html`<div class="beside">
      <div class="scroll">
        <table class="folding">
          <caption>
            金额单位：万元
          </caption>
          <thead>
            <tr>
              <th scope="col">资金来源</th>
              <th scope="col" class="n">年初预算</th>
              <th scope="col" class="n">全年预算</th>
              <th scope="col" class="n">实际支出</th>
              <th scope="col" class="n">执行率</th>
            </tr>
          </thead>
          <tbody>
            ${funding.map(
              ({ name, initial, adjusted, executed, rate, reason }) =>
                html`<tr>
                  <th scope="row">
                    ${name}${reason !== null && html`<span class="reason"><b>原因</b> ${reason}</span>`}
                  </th>
                  <td class="n" data-name="年初预算">${moneyPiece(initial)}</td>
                  <td class="n" data-name="全年预算">${moneyPiece(adjusted)}</td>
                  <td class="n" data-name="实际支出">${moneyPiece(executed)}</td>
                  <td class="n" data-name="执行率">${rate === null ? notStated() : `${rate}%`}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
      ${amountBars({ id: "funding", title: "实际支出", before: "全年预算" }, bars)}
    </div>
    ${execution !== null && html`<p class="note">执行率得分：自评 ${execution.score ?? "未列示"}，推算 ${execution.computed ?? "不能推算"}${execution.derivation !== null && `（${execution.derivation}）`}。</p>`}`;
}

const VERDICTS: Readonly<Record<string, readonly [string, string]>> = {
  justified: ["good", "得分有据"],
  generous: ["warning", "得分偏高"],
  strict: ["hint", "得分偏低"],
  judgement: ["plain", "由人评判"],
  "not-comparable": ["plain", "不可比"],
};

function indicatorTable(indicators: readonly PublicIndicator[]): Markup {
  return html`<div class="scroll">
      <table class="folding">
        <thead>
          <tr>
            <th scope="col">指标</th>
            <th scope="col">目标值</th>
            <th scope="col">完成值</th>
            <th scope="col" class="n">分值</th>
            <th scope="col" class="n">得分</th>
            <th scope="col">判断</th>
          </tr>
        </thead>
        <tbody>
          ${indicators.map(indicatorRow)}
        </tbody>
      </table>
    </div>
    <p class="note">
      “判断”由程序按公开的评分规则逐项推算得出，仅供参考；“由人评判”的指标没有可计算的目标值。
    </p>`;
}

function indicatorRow(one: PublicIndicator): Markup {
  const [look, word] = VERDICTS[one.verdict ?? ""] ?? ["plain", ""];
  return html`<tr>
    <th scope="row">${one.name}<span class="reason">${one.level1} › ${one.level2}</span></th>
    <td data-name="目标值">${one.target ?? notStated()}</td>
    <td data-name="完成值">${one.actual ?? notStated()}</td>
    <td class="n" data-name="分值">${one.points ?? notStated()}</td>
    <td class="n" data-name="得分">${scorePiece(one.score, one.computed)}</td>
    <td class="text" data-name="判断">
      ${word !== "" && (look === "plain" ? html`<span>${word}</span>` : html`<span class="severity ${look}">${word}</span>`)}
      ${one.derivation !== null && html`<span class="reason">${one.derivation}</span>`}
      ${one.reason !== null && html`<span class="reason"><b>原因</b> ${one.reason}</span>`}
    </td>
  </tr>`;
}
