// Finds texts that are the same or nearly so among all texts of many evaluations, in time that grows with
// their number: a text is compared only with the first of each cluster that shares a band of its signature.

import type { EvaluationExtract, ExtractedText, ExtractedTextName } from "../evaluation-extract.ts";
import { EXTRACTED_TEXTS } from "../evaluation-extract.ts";
import { sortedCounts } from "../count-signal.ts";
import type { ReasonCount } from "../signal.ts";
import { commonShingles } from "./boilerplate.ts";
import { bandKeys, comparedText, likeness, shingleSet, shinglesOf } from "./shingles.ts";

/** ClusterMember: a text of a cluster, with its likeness to the first in percent. */
export interface ClusterMember {
  readonly extract: EvaluationExtract;
  readonly text: ExtractedText;
  readonly likeness: number;
}

/** TextCluster (雷同文字组): texts that are alike, the first of them first. */
export interface TextCluster {
  readonly name: ExtractedTextName;
  readonly members: readonly ClusterMember[];
}

/** ComparedTexts: the clusters, and what was compared and what not. */
export interface ComparedTexts {
  readonly clusters: readonly TextCluster[];
  readonly compared: number;
  readonly notJudged: readonly ReasonCount[];
}

/** Likeness in percent from which two texts are nearly the same. */
const NEARLY_SAME = 60;
/** Shingles, common wordings left out, below which a text says too little to be compared. */
const SHINGLES_MINIMUM = 18;
/** Clusters of one band that a text is compared with: more are the same common words. */
const BAND_LIMIT = 64;

/** Compares the texts of evaluations that are in order, each kind of text by itself. */
export function compareTexts(extracts: readonly EvaluationExtract[]): ComparedTexts {
  const open = new Map<string, number>();
  const clusters: TextCluster[] = [];
  let compared = 0;
  // The keys are those of the record of texts.
  for (const name of Object.keys(EXTRACTED_TEXTS) as readonly ExtractedTextName[]) {
    const texts = distinctiveTexts(extracts, name, open);
    compared += texts.length;
    clusters.push(...clustersOf(texts).map((members) => ({ name, members })));
  }
  return { clusters, compared, notJudged: sortedCounts(open) };
}

interface DistinctiveText {
  readonly extract: EvaluationExtract;
  readonly text: ExtractedText;
  readonly shingles: Uint32Array;
}

function distinctiveTexts(
  extracts: readonly EvaluationExtract[],
  name: ExtractedTextName,
  open: Map<string, number>,
): readonly DistinctiveText[] {
  const texts = extracts.flatMap((extract) => {
    const text = extract.texts.find((one) => one.name === name);
    if (text === undefined) return [];
    const shingles = shinglesOf(comparedText(text.text).characters);
    return [{ extract, text, unit: extract.unit.key, shingles }];
  });
  const isCommon = commonShingles(texts);
  return texts.flatMap(({ extract, text, shingles }) => {
    const own = shingleSet(shingles, isCommon);
    if (own.length >= SHINGLES_MINIMUM) return [{ extract, text, shingles: own }];
    const reason = shingles.length < SHINGLES_MINIMUM ? "文字太短" : "去掉各单位通用的表述后，余下的文字太短";
    open.set(reason, (open.get(reason) ?? 0) + 1);
    return [];
  });
}

interface OpenCluster {
  readonly first: DistinctiveText;
  readonly members: ClusterMember[];
}

function clustersOf(texts: readonly DistinctiveText[]): readonly (readonly ClusterMember[])[] {
  const byBand = new Map<number, OpenCluster[]>();
  const clusters: OpenCluster[] = [];
  for (const one of texts) {
    const { extract, text } = one;
    const keys = bandKeys(one.shingles);
    const best = closest(one, new Set(keys.flatMap((key) => byBand.get(key) ?? [])));
    if (best !== undefined) {
      best.cluster.members.push({ extract, text, likeness: best.likeness });
      continue;
    }
    const cluster = { first: one, members: [{ extract, text, likeness: 100 }] };
    clusters.push(cluster);
    for (const key of keys) addToBand(byBand, key, cluster);
  }
  return clusters.filter(({ members }) => members.length > 1).map(({ members }) => members);
}

function addToBand(byBand: Map<number, OpenCluster[]>, key: number, cluster: OpenCluster): void {
  const band = byBand.get(key);
  if (band === undefined) byBand.set(key, [cluster]);
  else if (band.length < BAND_LIMIT) band.push(cluster);
}

function closest(
  text: DistinctiveText,
  candidates: ReadonlySet<OpenCluster>,
): { readonly cluster: OpenCluster; readonly likeness: number } | undefined {
  let best: { readonly cluster: OpenCluster; readonly likeness: number } | undefined;
  for (const cluster of candidates) {
    const alike = likeness(text.shingles, cluster.first.shingles);
    if (alike >= NEARLY_SAME && alike > (best?.likeness ?? 0)) best = { cluster, likeness: alike };
  }
  return best;
}
