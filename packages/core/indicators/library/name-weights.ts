// How much a pair of characters tells in a name of an indicator, by the names of the library.

import { pairTerms, weightsOf, type TermWeights } from "../words/terms.ts";
import { library } from "./index.ts";

/** Weights of terms by the library's names: 满意 and 及时 tell little, 食堂 and 桥梁 much. */
export const nameWeights: TermWeights = weightsOf(library.map(({ name }) => pairTerms(name)));
