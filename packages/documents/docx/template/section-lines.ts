// Lines that hold nothing but the beginning or the end of a section: they are there for the one who writes
// the template, and leave no empty line in the document.

import type { ScopeData, TemplateContext, XmlNode } from "easy-template-x";
import { TemplateExtension, XmlNodeType, xml } from "easy-template-x";

/** An attribute that lives only while a template is filled in; copies of a line keep it. */
const MARK = "section-line";
const SECTION_LINE = /^\s*\{\{\s*[#/][^{}]*\}\}\s*$/u;

/** MarkSectionLines: runs before the template is filled in. */
export class MarkSectionLines extends TemplateExtension {
  override async execute(_: ScopeData, { currentPart }: TemplateContext): Promise<void> {
    for (const paragraph of paragraphsIn(await currentPart.xmlRoot())) {
      if (!SECTION_LINE.test(textIn(paragraph)) || holds(paragraph, "w:sectPr")) continue;
      if (paragraph.nodeType === XmlNodeType.General) {
        paragraph.attributes = { ...paragraph.attributes, [MARK]: "1" };
      }
    }
  }
}

/** RemoveSectionLines: runs after it, and takes out what is left of the lines. */
export class RemoveSectionLines extends TemplateExtension {
  override async execute(_: ScopeData, { currentPart }: TemplateContext): Promise<void> {
    for (const paragraph of paragraphsIn(await currentPart.xmlRoot())) {
      if (paragraph.nodeType !== XmlNodeType.General || paragraph.attributes?.[MARK] === undefined) continue;
      delete paragraph.attributes[MARK];
      if (!holds(paragraph, "w:r") && !isNeeded(paragraph)) xml.modify.remove(paragraph);
    }
  }
}

/** A cell must end in a paragraph, and two tables without one between them would become one. */
function isNeeded(paragraph: XmlNode): boolean {
  const siblings = paragraph.parentNode?.childNodes ?? [];
  const at = siblings.indexOf(paragraph);
  const before = siblings[at - 1]?.nodeName;
  const behind = siblings[at + 1]?.nodeName;
  if (paragraph.parentNode?.nodeName === "w:tc") return before !== "w:p" && behind !== "w:p";
  return before === "w:tbl" && behind === "w:tbl";
}

function paragraphsIn(node: XmlNode): readonly XmlNode[] {
  const found: XmlNode[] = [];
  const visit = (each: XmlNode): void => {
    if (each.nodeName === "w:p") found.push(each);
    for (const child of each.childNodes ?? []) visit(child);
  };
  visit(node);
  return found;
}

function textIn(node: XmlNode): string {
  if (node.nodeType === XmlNodeType.Text) return node.textContent;
  return (node.childNodes ?? []).map(textIn).join("");
}

function holds(node: XmlNode, name: string): boolean {
  return (node.childNodes ?? []).some((child) => child.nodeName === name || holds(child, name));
}
