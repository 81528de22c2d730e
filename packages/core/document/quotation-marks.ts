// Quotation marks inside quotation marks are single ones (GB/T 15834): names and sentences of documents often
// have their own, and stand between the marks of a message.

/** A name or sentence between quotation marks, its own inside them made single. */
export function quoted(text: string): string {
  return nestedQuotes(`“${text}”`);
}

/** The text with every second level of “ ” made ‘ ’; as it is where its marks do not pair. */
export function nestedQuotes(text: string): string {
  if (!text.includes("“")) return text;
  let depth = 0;
  let isPaired = true;
  const nested = text.replace(/[“”]/gu, (mark) => {
    if (mark === "“") depth += 1;
    const isOuter = depth % 2 === 1;
    if (mark === "”") depth -= 1;
    isPaired &&= depth >= 0;
    if (mark === "“") return isOuter ? "“" : "‘";
    return isOuter ? "”" : "’";
  });
  return isPaired && depth === 0 ? nested : text;
}
