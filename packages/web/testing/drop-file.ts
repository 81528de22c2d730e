// A file dropped onto a page, as a person does; the browser lets scripts make such an event.

import type { Page } from "playwright-core";

/** Drops a file of this name and content onto an element. */
export async function dropFile(
  page: Page,
  target: string,
  { name, bytes }: { readonly name: string; readonly bytes: Buffer },
): Promise<void> {
  const transfer = await page.evaluateHandle(
    ([fileName, base64]) => {
      const content = Uint8Array.from(atob(base64), (character) => character.codePointAt(0) ?? 0);
      const data = new DataTransfer();
      data.items.add(new File([content], fileName));
      return data;
    },
    [name, bytes.toString("base64")] as const,
  );
  await page.dispatchEvent(target, "drop", { dataTransfer: transfer });
}
