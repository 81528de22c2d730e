// 批注: remarks and questions on a report or one of its figures, their answers, and when they are settled.

import { and, asc, eq, isNull } from "drizzle-orm";

import type { HeldGrant, Target } from "../accounts/authority.ts";
import { isAllowed } from "../accounts/authority.ts";
import type { Action } from "../contract/actions.ts";
import { keyOf, referenceTo } from "../contract/reference.ts";
import type { CommentDraft, CommentView } from "../contract/review.ts";
import type { Queries } from "../database/database.ts";
import type { Person } from "../http/access.ts";
import { badRequest, conflict, forbidden, notFound } from "../http/http-problem.ts";
import { newId } from "../identifiers.ts";
import type { Services } from "../services.ts";
import { enterInJournal } from "../store/journal.ts";
import type { ReportRow } from "../store/reports.ts";
import { targetOf } from "../store/reports.ts";
import { account, comment } from "../store/schema/index.ts";
import { materialOf } from "./report-material.ts";
import { labelOf } from "./report-spots.ts";

type Comment = typeof comment.$inferSelect;

/** Adds a comment or an answer; gives its id. */
export async function addComment(
  { database, now }: Services,
  person: Person,
  { row, draft }: { readonly row: ReportRow; readonly draft: CommentDraft },
): Promise<string> {
  const { shardRegion, id: reportId, version } = row.report;
  if (draft.kind === "question" && !mayAsk(person, targetOf(row))) throw forbidden();
  const id = newId();
  await database.inTransaction(async (queries) => {
    const answered = draft.answerTo === null ? null : await commentOf(queries, row, draft.answerTo);
    if (answered !== null && answered.answerTo !== null) throw badRequest("只能答复批注，不能答复答复。");
    if (answered === null) await refuseUnknown(queries, row, draft.about);
    await queries.insert(comment).values({
      shardRegion,
      id,
      reportId,
      version,
      about: answered?.about ?? draft.about,
      kind: answered === null ? draft.kind : "remark",
      text: draft.text,
      answerTo: answered?.id ?? null,
      accountId: person.accountId,
      at: now(),
    });
    await enterInJournal(queries, {
      shardRegion,
      at: now(),
      accountId: person.accountId,
      action: answered === null ? "comment-added" : "comment-answered",
      target: { kind: "report", id: reportId },
      detail: {
        comment: answered?.id ?? id,
        kind: draft.kind,
        about: answered?.about ?? draft.about,
        version,
      },
    });
  });
  return id;
}

async function refuseUnknown(queries: Queries, row: ReportRow, about: string | null): Promise<void> {
  if (about === null) return;
  if (labelOf(await materialOf(queries, row), about) === undefined)
    throw badRequest("批注所指的位置已不在报告里，请刷新后再试。");
}

/** The comment of a report that a reference names. */
async function commentOf(queries: Queries, { report: own }: ReportRow, ref: string): Promise<Comment> {
  const { shardRegion, id } = keyOf(ref);
  const [found] = await queries
    .select()
    .from(comment)
    .where(
      and(
        eq(comment.shardRegion, own.shardRegion),
        eq(comment.id, id),
        eq(comment.reportId, own.id),
        eq(comment.shardRegion, shardRegion),
      ),
    );
  if (found === undefined) throw notFound("这条批注");
  return found;
}

/** Settles a comment: whoever wrote it, or whoever reviews the report. */
export async function resolveComment(
  { database, now }: Services,
  person: Person,
  { row, ref }: { readonly row: ReportRow; readonly ref: string },
): Promise<void> {
  await database.inTransaction(async (queries) => {
    const found = await commentOf(queries, row, ref);
    if (!mayResolve(person, targetOf(row), found)) throw forbidden();
    if (found.answerTo !== null) throw badRequest("答复不单独销结，请销结它所答的批注。");
    const { shardRegion, id, reportId } = found;
    const settled = await queries
      .update(comment)
      .set({ resolvedAt: now() })
      .where(and(eq(comment.shardRegion, shardRegion), eq(comment.id, id), isNull(comment.resolvedAt)))
      .returning({ id: comment.id });
    if (settled.length === 0) throw conflict("这条批注已经销结。");
    await enterInJournal(queries, {
      shardRegion,
      at: now(),
      accountId: person.accountId,
      action: "comment-resolved",
      target: { kind: "report", id: reportId },
      detail: { comment: id, about: found.about },
    });
  });
}

const REVIEWS: readonly Action[] = ["review.unit", "review.department", "review.finance", "review.secrecy"];

const reviews = (grants: readonly HeldGrant[], target: Target): boolean =>
  REVIEWS.some((act) => isAllowed(grants, act, target));

/** Questions are asked by those who look at a report from outside; a filler asks nobody but answers. */
export const mayAsk = ({ grants }: Person, target: Target): boolean =>
  grants.some((one) => one.role !== "filler" && isAllowed([one], "report.comment", target));

const mayResolve = (person: Person, target: Target, { accountId }: Pick<Comment, "accountId">): boolean =>
  accountId === person.accountId || reviews(person.grants, target);

/** The comments of a report in the order in which they were made, each with its answers. */
export async function commentsOf(
  queries: Queries,
  row: ReportRow,
  person: Person,
): Promise<readonly CommentView[]> {
  const { shardRegion, id } = row.report;
  const rows = await queries
    .select({ comment, by: account.name })
    .from(comment)
    .innerJoin(account, and(eq(account.shardRegion, comment.shardRegion), eq(account.id, comment.accountId)))
    .where(and(eq(comment.shardRegion, shardRegion), eq(comment.reportId, id)))
    .orderBy(asc(comment.at), asc(comment.id));
  const material = rows.some(({ comment: { about } }) => about !== null)
    ? await materialOf(queries, row)
    : null;
  const saidIn = ({ comment: one, by }: (typeof rows)[number]) => ({
    ref: referenceTo(one),
    text: one.text,
    by,
    at: one.at.toISOString(),
  });
  return rows
    .filter(({ comment: one }) => one.answerTo === null)
    .map((each) => {
      const { id: own, about, version, kind, resolvedAt } = each.comment;
      const answers = rows.filter(({ comment: other }) => other.answerTo === own);
      return {
        ...saidIn(each),
        about,
        label: about === null || material === null ? null : (labelOf(material, about) ?? "（已删除的位置）"),
        version,
        kind,
        resolvedAt: resolvedAt?.toISOString() ?? null,
        answers: answers.map(saidIn),
        mayResolve: resolvedAt === null && mayResolve(person, targetOf(row), each.comment),
      };
    });
}
