// What surrounds an article on a saved web page: navigation, lists of links, imprints. Only what clearly is
// surroundings is taken out; whatever holds figures in cells, a heading or running text stays.

import type { HtmlElement } from "./element.ts";

interface Measure {
  /** Characters outside and inside of links that lead away. */
  readonly words: number;
  readonly linkWords: number;
  readonly links: number;
  readonly figureCells: number;
  readonly elements: number;
  readonly hasHeading: boolean;
}

const NOTHING: Measure = { words: 0, linkWords: 0, links: 0, figureCells: 0, elements: 0, hasHeading: false };
/** Cells with figures from which a part of a page is taken for content, however many links it has. */
const FIGURE_CELLS = 8;
const SHORT = 600;
/** Share of the words of a page beyond which what was found cannot all be surroundings. */
const TAKEN_LIMIT = 0.7;
/** An imprint is small; larger parts are not searched for one at every level of their nesting. */
const ELEMENTS_SEARCHED = 2000;
const IMPRINT = /ICP\s*备|公网安备|网站标识码|网站地图|版权所有|(?:主办|承办)(?:单位)?\s*[:：]|Copyright|©/iu;
const SURROUNDING_NAMES: ReadonlySet<string> = new Set(["nav", "footer", "aside"]);
const SURROUNDING_ROLES: ReadonlySet<string> = new Set([
  "navigation",
  "banner",
  "contentinfo",
  "search",
  "complementary",
]);
const SURROUNDING_WORDS =
  /(?:^|[-_\s])(?:nav|navbar|menu|foot|footer|bottom|header|crumbs?|breadcrumbs?|location|position|sidebar|share|bdsharebuttonbox|copyright|toolbar|tools|search|banner|logo|login|qrcode|ewm|related|pages?|pagination)(?:$|[-_\s\d])/iu;

/** Finds the elements of a page that surround its content; none where nothing would be left. */
export function surroundingsOf(root: HtmlElement): ReadonlySet<HtmlElement> {
  const measures = new Map<HtmlElement, Measure>();
  const whole = measure(root, measures);
  const found = new Set<HtmlElement>();
  let taken = 0;
  const visit = (element: HtmlElement): void => {
    for (const child of element.children) {
      if (typeof child === "string") continue;
      const size = measures.get(child) ?? NOTHING;
      if (isSurrounding(child, size)) {
        found.add(child);
        taken += size.words;
      } else visit(child);
    }
  };
  visit(root);
  // A page that consists of links and imprints is not understood: everything stays.
  return taken >= whole.words * TAKEN_LIMIT ? new Set() : found;
}

function measure(element: HtmlElement, measures: Map<HtmlElement, Measure>): Measure {
  let { words, linkWords, links, figureCells } = NOTHING;
  let elements = 1;
  let hasHeading = /^h[1-3]$/u.test(element.name);
  let own = "";
  for (const child of element.children) {
    if (typeof child === "string") {
      own += child;
      continue;
    }
    const size = measure(child, measures);
    words += size.words;
    linkWords += size.linkWords;
    links += size.links;
    figureCells += size.figureCells;
    elements += size.elements;
    hasHeading ||= size.hasHeading;
  }
  words += own.replace(/\s+/gu, "").length;
  if (element.name === "a" && !(element.attributes["href"] ?? "#").startsWith("#")) {
    linkWords += words;
    words = 0;
    links += 1;
  }
  // Dates and page numbers are figures too; an amount has decimals.
  if (
    (element.name === "td" || element.name === "th") &&
    elements < 40 &&
    words < 40 &&
    /\d\.\d/u.test(textOf(element))
  ) {
    figureCells += 1;
  }
  const size = { words, linkWords, links, figureCells, elements, hasHeading };
  measures.set(element, size);
  return size;
}

function isSurrounding(element: HtmlElement, size: Measure): boolean {
  const all = size.words + size.linkWords;
  if (size.figureCells >= FIGURE_CELLS || /^(?:html|body|tr|tbody|thead|tfoot|a|br)$/u.test(element.name))
    return false;
  if (isMadeOfLinks(size)) return true;
  if (all === 0 || size.elements > ELEMENTS_SEARCHED) return false;
  if (all < SHORT && IMPRINT.test(textOf(element)) && !isCell(element)) return true;
  if (size.hasHeading || isCell(element) || element.name === "table") return false;
  const { class: classes = "", id = "", role = "" } = element.attributes;
  const isNamed =
    SURROUNDING_NAMES.has(element.name) ||
    SURROUNDING_ROLES.has(role) ||
    SURROUNDING_WORDS.test(classes) ||
    SURROUNDING_WORDS.test(id);
  return isNamed && all < SHORT;
}

function isMadeOfLinks({ words, linkWords, links }: Measure): boolean {
  return links >= 3 && linkWords > words * 1.5 && words < SHORT;
}

function isCell(element: HtmlElement): boolean {
  return element.name === "td" || element.name === "th";
}

function textOf(element: HtmlElement): string {
  return element.children.map((child) => (typeof child === "string" ? child : textOf(child))).join("");
}
