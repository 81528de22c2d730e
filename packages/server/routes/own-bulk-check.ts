// The bulk check that a request names, for its owner alone.

import type { FastifyRequest } from "fastify";

import { keyOf } from "../contract/reference.ts";
import type { Person } from "../http/access.ts";
import { personIn, scopesOf } from "../http/access.ts";
import { notFound } from "../http/http-problem.ts";
import type { Services } from "../services.ts";
import type { BulkCheckRow } from "../store/bulk-checks.ts";
import { bulkCheckOf } from "../store/bulk-checks.ts";

/** The check of a request; another person's looks as if it were not there. */
export async function checkIn(
  request: FastifyRequest,
  { database }: Pick<Services, "database">,
  ref: string,
): Promise<{ readonly row: BulkCheckRow; readonly person: Person }> {
  scopesOf(request);
  const person = personIn(request);
  const row = await bulkCheckOf(database, keyOf(ref));
  const isOwn = row?.shardRegion === person.shardRegion && row.accountId === person.accountId;
  if (row === undefined || !isOwn) throw notFound("这次检查");
  return { row, person };
}
