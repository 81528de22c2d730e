// The rules on the structure and the wording of a document.

import type { CheckRule } from "../../rule.ts";
import { allTablesArePublished } from "./all-tables-are-published.ts";
import { amountsKeepTheirUnit } from "./amounts-keep-their-unit.ts";
import { changesHaveReasons } from "./changes-have-reasons.ts";
import { codesCarryOneName } from "./codes-carry-one-name.ts";
import { contentsMatchHeadings } from "./contents-match-headings.ts";
import { coverNamesUnitYearAndDocument } from "./cover-names-unit-year-and-document.ts";
import { emptyTablesCarryAStatement } from "./empty-tables-carry-a-statement.ts";
import { fundNamesAreOfficial } from "./fund-names-are-official.ts";
import { formInstructionsAreRemoved } from "./form-instructions-are-removed.ts";
import { formsNameTheUnitAlike } from "./forms-name-the-unit-alike.ts";
import { fundKindsAreNamedRightly } from "./fund-kinds-are-named-rightly.ts";
import { institutionCountMatchesList } from "./institution-count-matches-list.ts";
import { listedItemsHaveFigures } from "./listed-items-have-figures.ts";
import { mainPartsStandInOrder } from "./main-parts-stand-in-order.ts";
import { statementOfNoneMatchesTable } from "./statement-of-none-matches-table.ts";
import { noDraftMarks } from "./no-draft-marks.ts";
import { noPersonalOrSecretContent } from "./no-personal-or-secret-content.ts";
import { oneAlternativeIsChosen } from "./one-alternative-is-chosen.ts";
import { placeholdersAreFilled } from "./placeholders-are-filled.ts";
import { placesBelongToTheRegion } from "./places-belong-to-the-region.ts";
import { procurementNamesSmallFirms } from "./procurement-names-small-firms.ts";
import { proseAmountsAreLegal } from "./prose-amounts-are-legal.ts";
import { punctuationIsWhole } from "./punctuation-is-whole.ts";
import { ratesCarryPercentSign } from "./rates-carry-percent-sign.ts";
import { reasonsAgreeWithAmounts } from "./reasons-agree-with-amounts.ts";
import { sameMatterIsStatedAlike } from "./same-matter-is-stated-alike.ts";
import { sectionsAreComplete } from "./sections-are-complete.ts";
import { structureListsEveryClass } from "./structure-lists-every-class.ts";
import { tablesCarryTheirMarks } from "./tables-carry-their-marks.ts";
import { termsUsedAreExplained } from "./terms-used-are-explained.ts";
import { unitNameIsTheSameEverywhere } from "./unit-name-is-the-same-everywhere.ts";
import { vehiclesKeptFitVehiclesOwned } from "./vehicles-kept-fit-vehicles-owned.ts";
import { writtenFiguresAreUnaltered } from "./written-figures-are-unaltered.ts";
import { wordsAreNotDoubled } from "./words-are-not-doubled.ts";
import { yearsBelongToTheReport } from "./years-belong-to-the-report.ts";

export const structureRules: readonly CheckRule[] = [
  writtenFiguresAreUnaltered,
  coverNamesUnitYearAndDocument,
  mainPartsStandInOrder,
  sectionsAreComplete,
  contentsMatchHeadings,
  allTablesArePublished,
  tablesCarryTheirMarks,
  unitNameIsTheSameEverywhere,
  formsNameTheUnitAlike,
  placesBelongToTheRegion,
  amountsKeepTheirUnit,
  termsUsedAreExplained,
  noDraftMarks,
  noPersonalOrSecretContent,
  wordsAreNotDoubled,
  institutionCountMatchesList,
  oneAlternativeIsChosen,
  ratesCarryPercentSign,
  punctuationIsWhole,
  proseAmountsAreLegal,
  fundNamesAreOfficial,
  placeholdersAreFilled,
  formInstructionsAreRemoved,
  yearsBelongToTheReport,
  codesCarryOneName,
  ...emptyTablesCarryAStatement,
  structureListsEveryClass,
  listedItemsHaveFigures,
  vehiclesKeptFitVehiclesOwned,
  procurementNamesSmallFirms,
  statementOfNoneMatchesTable,
  changesHaveReasons,
  reasonsAgreeWithAmounts,
  sameMatterIsStatedAlike,
  fundKindsAreNamedRightly,
];
