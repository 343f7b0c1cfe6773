// What a person does in the Test Explorer.
import type { Locator, Page } from 'playwright-core';

/** The first row with a text. */
export function row(page: Page, text: string | RegExp): Locator {
  return page.locator('.test-explorer .monaco-list-row', { hasText: text }).first();
}

/** Presses the button of a row that runs what is below it. The rows move while results come in. */
export async function run(page: Page, text: string | RegExp): Promise<void> {
  const soon = { timeout: 3_000 };
  for (let attempt = 0; ; attempt++) {
    try {
      await row(page, text).hover(soon);
      return await row(page, text)
        .getByRole('button', { name: /^Run Test/ })
        .click(soon);
    } catch (error) {
      if (attempt === 9) throw error;
    }
  }
}

/** Waits until a check is shown in a state. */
export async function ended(page: Page, check: string, state: string): Promise<void> {
  const rows = page.locator('.test-explorer').getByRole('treeitem', { name: `${check} (${state})` });
  await rows.first().waitFor({ timeout: 60_000 });
}
