// The list of categories. A new one is a file beside this one and a line here.

import type { EntryGroup, LibraryEntry } from "../entry-group.ts";
import { keywordsOf, parseEntries } from "../parse-entries.ts";
import { agriculture } from "./agriculture.ts";
import { archives } from "./archives.ts";
import { construction } from "./construction.ts";
import { culture } from "./culture.ts";
import { debt } from "./debt.ts";
import { education } from "./education.ts";
import { emergency } from "./emergency.ts";
import { enforcement } from "./enforcement.ts";
import { environment } from "./environment.ts";
import { equipment } from "./equipment.ts";
import { general } from "./general.ts";
import { grassroots } from "./grassroots.ts";
import { health } from "./health.ts";
import { industry } from "./industry.ts";
import { informatization } from "./informatization.ts";
import { meetings } from "./meetings.ts";
import { openness } from "./openness.ts";
import { operations } from "./operations.ts";
import { partyBuilding } from "./party-building.ts";
import { petitions } from "./petitions.ts";
import { property } from "./property.ts";
import { publications } from "./publications.ts";
import { publicity } from "./publicity.ts";
import { purchasedServices } from "./purchased-services.ts";
import { repairs } from "./repairs.ts";
import { research } from "./research.ts";
import { science } from "./science.ts";
import { socialSecurity } from "./social-security.ts";
import { subsidies } from "./subsidies.ts";
import { transport } from "./transport.ts";
import { vehicles } from "./vehicles.ts";
import { villageAssistance } from "./village-assistance.ts";

/** Categories of projects (项目类别), the general one first. */
export const categories: readonly EntryGroup[] = [
  general,
  operations,
  meetings,
  informatization,
  equipment,
  repairs,
  construction,
  property,
  publicity,
  publications,
  research,
  openness,
  enforcement,
  subsidies,
  education,
  health,
  agriculture,
  villageAssistance,
  environment,
  transport,
  emergency,
  archives,
  petitions,
  purchasedServices,
  vehicles,
  grassroots,
  science,
  culture,
  socialSecurity,
  industry,
  debt,
  partyBuilding,
];

/** The indicator library (绩效指标库): every entry, category by category. */
export const library: readonly LibraryEntry[] = categories.flatMap(parseEntries);

/** The category of this id or name. */
export function findCategory(idOrName: string): EntryGroup | undefined {
  return (
    categories.find(({ id, name }) => id === idOrName || name === idOrName) ??
    categories.find(
      ({ name, keywords }) =>
        name.includes(idOrName) || keywordsOf(keywords).some(({ word }) => word === idOrName),
    )
  );
}
