// 整改佐证材料: files of an entry of the ledger are sent, read and removed; the entry itself lists them.

import { z } from "zod";

import { keyOf, reference, referenceTo } from "../contract/reference.ts";
import { authorize } from "../http/access.ts";
import { badRequest, notFound } from "../http/http-problem.ts";
import { withReceivedFile } from "../http/received-file.ts";
import { enterInJournal } from "../store/journal.ts";
import { numberOf, rectificationOf, targetOfEntry } from "../store/rectifications.ts";
import { EVIDENCE_BYTES } from "../work/keep-evidence.ts";
import {
  addRectificationFile,
  rectificationFileOf,
  removeRectificationFile,
} from "../work/keep-rectification-files.ts";
import type { Routes } from "./routes.ts";
import { sendEvidence } from "./send-evidence.ts";

const params = z.object({ ref: reference });
const ofOne = params.extend({ file: reference });

export const rectificationFileRoutes: Routes = (app, services) => {
  for (const add of [upload, download, remove]) add(app, services);
};

const upload: Routes = (app, services) => {
  app.post(
    "/rectifications/:ref/files",
    {
      config: { access: "rectification.edit" },
      schema: { params, response: { 201: z.object({ refs: z.array(z.string()) }) } },
    },
    async (request, reply) => {
      const key = keyOf(request.params.ref);
      const row = await rectificationOf(services.database, key);
      if (row === undefined) throw notFound();
      const person = authorize(request, targetOfEntry(row));
      if (!request.isMultipart()) throw badRequest("请以文件上传的方式发送（multipart/form-data）。");
      const refs: string[] = [];
      for await (const part of request.files({ limits: { files: 20 } })) {
        const id = await withReceivedFile(part.file, EVIDENCE_BYTES, (file) =>
          addRectificationFile(services, person, { key, name: part.filename, file }),
        );
        refs.push(referenceTo({ shardRegion: key.shardRegion, id }));
      }
      if (refs.length === 0) throw badRequest("请求里没有文件。");
      return reply.status(201).send({ refs });
    },
  );
};

const download: Routes = (app, services) => {
  const { database, now } = services;
  app.get(
    "/rectifications/:ref/files/:file/content",
    { config: { access: "rectification.read" }, schema: { params: ofOne } },
    async (request, reply) => {
      const key = keyOf(request.params.ref);
      const row = await rectificationOf(database, key);
      if (row === undefined) throw notFound();
      const person = authorize(request, targetOfEntry(row));
      const file = await rectificationFileOf(database, key, request.params.file);
      await database.inTransaction((queries) =>
        enterInJournal(queries, {
          shardRegion: key.shardRegion,
          at: now(),
          accountId: person.accountId,
          action: "evidence-downloaded",
          target: { kind: "rectification", id: key.id },
          detail: { number: numberOf(row.entry), evidence: file.id, hash: file.hash },
        }),
      );
      return sendEvidence(reply, database, file);
    },
  );
};

const remove: Routes = (app, services) => {
  app.delete(
    "/rectifications/:ref/files/:file",
    {
      config: { access: "rectification.edit" },
      schema: { params: ofOne, response: { 204: z.null() } },
    },
    async (request, reply) => {
      const key = keyOf(request.params.ref);
      const row = await rectificationOf(services.database, key);
      if (row === undefined) throw notFound();
      const person = authorize(request, targetOfEntry(row));
      await removeRectificationFile(services, person, { key, ref: request.params.file });
      return reply.status(204).send(null);
    },
  );
};
