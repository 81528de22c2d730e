// A report that was entered states facts, a printed one states sentences made of them. What was entered is
// compared as it would be published, so that a change over the year is no difference to last year's figure.

import { compose } from "../compose/compose.ts";
import type { Disclosure } from "../disclosure/disclosure.ts";
import { documentOf } from "../document/composition.ts";
import { recognize } from "../recognize/recognize.ts";
import type { Edition } from "../regions/edition.ts";
import { editionOf } from "../regions/index.ts";

/** PublishedWith: what a report was written with besides its own figures. */
export interface PublishedWith {
  readonly edition?: Edition;
  readonly prior?: Disclosure;
  readonly budget?: Disclosure;
}

/** What would be published of a report, as a reader of it would have it. */
export function asPublished(disclosure: Disclosure, given: PublishedWith): Disclosure {
  const { composition } = compose({
    disclosure,
    edition: given.edition ?? editionOf(disclosure),
    prior: given.prior ?? null,
    budget: given.budget ?? null,
  });
  const { code } = disclosure.region;
  const published = recognize(
    documentOf(composition, disclosure.source),
    code === null ? {} : { region: code },
  );
  return { ...published, source: disclosure.source };
}
