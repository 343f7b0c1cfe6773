import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Workbench } from './workbench.ts';

/** Opens the window's folder and a copy of the shop beside it as one workspace. */
export async function openWithShop({ page, folder }: Workbench, shop: string): Promise<void> {
  const file = path.join(folder, '..', 'both.code-workspace');
  await writeFile(file, JSON.stringify({ folders: [{ path: folder }, { path: shop }] }));
  const address = new URL(page.url());
  address.searchParams.delete('folder');
  address.searchParams.set('workspace', file);
  await page.goto(address.href);
  const second = page.getByRole('treeitem', { name: 'shop' });
  // Now and then VS Code opens a workspace before it can read its folders, and leaves it empty.
  await second.waitFor({ timeout: 15_000 }).catch(() => page.reload());
  await second.waitFor();
}
