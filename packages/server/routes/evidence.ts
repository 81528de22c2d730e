// Evidence (佐证材料): uploads, the list, one file, its removal.

import { z } from "zod";

import { reference, referenceTo } from "../contract/reference.ts";
import * as contract from "../contract/review.ts";
import { badRequest, notFound } from "../http/http-problem.ts";
import { withReceivedFile } from "../http/received-file.ts";
import { enterInJournal } from "../store/journal.ts";
import {
  addEvidence,
  EVIDENCE_BYTES,
  evidenceIn,
  evidenceOf,
  removeEvidence,
} from "../work/keep-evidence.ts";
import { stepOf, stepsOf } from "../work/review-report.ts";
import { reportIn } from "./reports.ts";
import type { Routes } from "./routes.ts";
import { sendEvidence } from "./send-evidence.ts";

const params = z.object({ ref: reference });
const ofOne = params.extend({ evidence: reference });

export const evidenceRoutes: Routes = (app, services) => {
  for (const add of [list, upload, download, remove]) add(app, services);
};

const list: Routes = (app, services) => {
  app.get(
    "/reports/:ref/evidence",
    { config: { access: "report.read" }, schema: { params, response: { 200: contract.evidenceList } } },
    async (request) => {
      const { row, person } = await reportIn(request, services, request.params.ref);
      const items = await evidenceIn(services.database, row);
      const kept = Map.groupBy(
        items.filter(({ removedAt }) => removedAt === null),
        ({ about }) => about ?? "",
      );
      return {
        items: [...items],
        counts: Object.fromEntries([...kept].map(([about, files]) => [about, files.length])),
        mayAttach: stepsOf(person, row).includes("attach"),
      };
    },
  );
};

const upload: Routes = (app, services) => {
  app.post(
    "/reports/:ref/evidence",
    {
      config: { access: "report.attach" },
      schema: {
        params,
        querystring: contract.evidenceQuery,
        response: { 201: z.object({ refs: z.array(z.string()) }) },
      },
    },
    async (request, reply) => {
      const { row, person } = await reportIn(request, services, request.params.ref);
      stepOf(person, row, "attach");
      if (!request.isMultipart()) throw badRequest("请以文件上传的方式发送（multipart/form-data）。");
      const about = request.query.about ?? null;
      const refs: string[] = [];
      for await (const part of request.files({ limits: { files: 20 } })) {
        const id = await withReceivedFile(part.file, EVIDENCE_BYTES, (file) =>
          addEvidence(services, person, { row, about, name: part.filename, file }),
        );
        refs.push(referenceTo({ shardRegion: row.report.shardRegion, id }));
      }
      if (refs.length === 0) throw badRequest("请求里没有文件。");
      return reply.status(201).send({ refs });
    },
  );
};

const download: Routes = (app, services) => {
  const { database, now } = services;
  app.get(
    "/reports/:ref/evidence/:evidence/content",
    { config: { access: "report.download" }, schema: { params: ofOne } },
    async (request, reply) => {
      const { row, person } = await reportIn(request, services, request.params.ref);
      const { id, shardRegion, name, mediaType, hash, size, removedAt, reportId } = await evidenceOf(
        database,
        row,
        request.params.evidence,
      );
      if (removedAt !== null) throw notFound("这份材料");
      await database.inTransaction((queries) =>
        enterInJournal(queries, {
          shardRegion,
          at: now(),
          accountId: person.accountId,
          action: "evidence-downloaded",
          target: { kind: "report", id: reportId },
          detail: { evidence: id, hash },
        }),
      );
      return sendEvidence(reply, database, { shardRegion, name, mediaType, hash, size });
    },
  );
};

const remove: Routes = (app, services) => {
  app.delete(
    "/reports/:ref/evidence/:evidence",
    { config: { access: "report.attach" }, schema: { params: ofOne, response: { 204: z.null() } } },
    async (request, reply) => {
      const { row, person } = await reportIn(request, services, request.params.ref);
      await removeEvidence(services, person, { row, ref: request.params.evidence });
      return reply.status(204).send(null);
    },
  );
};
