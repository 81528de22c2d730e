// The sample on the server of a test, and a person for every role over all of it.

import type { Role } from "../contract/roles.ts";
import { ROLES } from "../contract/roles.ts";
import { loadSample } from "../sample/load-sample.ts";
import { SAMPLE_REGION } from "../sample/sample-tree.ts";
import type { SignedInPerson, TestServer } from "./test-server.ts";
import { addPerson } from "./test-server.ts";

/** Loads the sample as of today; gives a signed-in person for every role. */
export async function loadSampleFor(server: TestServer): Promise<ReadonlyMap<Role, SignedInPerson>> {
  server.clock.now = new Date();
  await loadSample(server.services);
  const people = new Map<Role, SignedInPerson>();
  for (const role of ROLES) {
    const whole = { shardRegion: SAMPLE_REGION, role, scope: "region", unitId: null } as const;
    people.set(role, await addPerson(server, whole));
  }
  return people;
}
