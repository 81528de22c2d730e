// The sample data, for the administrator of every region that the database holds: what it is, and its removal.

import type { FastifyRequest } from "fastify";

import { isAllowedInAll } from "../accounts/authority.ts";
import * as contract from "../contract/sample.ts";
import { personIn, scopesOf } from "../http/access.ts";
import { forbidden, HttpProblem } from "../http/http-problem.ts";
import { removeSample } from "../sample/remove-sample.ts";
import { sampleContent } from "../sample/sample-content.ts";
import { SampleError } from "../sample/sample-error.ts";
import type { Services } from "../services.ts";
import { ownRegions } from "../store/organization.ts";
import type { Routes } from "./routes.ts";

export const sampleRoutes: Routes = (app, services) => {
  const { database, now } = services;
  const config = { access: "sample.remove" } as const;
  app.get(
    "/administration/sample",
    { config, schema: { response: { 200: contract.sampleView } } },
    async (request) => ({
      sample: (await mayRemove(request, services)) ? await sampleContent(database) : null,
    }),
  );
  app.post(
    "/administration/sample/removal",
    { config, schema: { body: contract.sampleRemoval, response: { 200: contract.sampleRemoved } } },
    async (request) => {
      if (!(await mayRemove(request, services))) throw forbidden();
      const { shardRegion, accountId } = personIn(request);
      const { withAdditions } = request.body;
      return removeSample(database, {
        person: { shardRegion, accountId },
        withAdditions,
        now: now(),
      }).catch((error: unknown) => {
        throw error instanceof SampleError ? new HttpProblem(409, error.code, error.message) : error;
      });
    },
  );
};

/** The sample is nobody's: it asks for no grant of its own where offices work beside it. */
async function mayRemove(request: FastifyRequest, { database }: Services): Promise<boolean> {
  const regions = (await ownRegions(database)).map(({ code }) => code);
  return isAllowedInAll(scopesOf(request), "sample.remove", regions);
}
