import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { downloadAndUnzipVSCode } from '@vscode/test-electron';
import { bundleSuite } from './bundle-suite.ts';
import { mapStacks } from './map-stack.ts';
import { type Counts, readMarked } from './report.ts';
import { suites } from './run-suite.ts';
import { copyWorkspace } from './workspace.ts';

/**
 * Runs the Node suite in VS Code's desktop build, downloaded from Microsoft: for a public CI matrix. `VSCODE_VERSION`
 * names the version (default: the oldest that package.json allows). Prints what happened and returns the counts.
 */
export async function runDesktopSuite(grep?: string): Promise<Counts> {
  const { engines } = JSON.parse(await readFile('package.json', 'utf8'));
  const version = process.env.VSCODE_VERSION ?? engines.vscode.replace('^', '');
  const executable = await downloadAndUnzipVSCode(version).catch((error: Error) => error);
  if (executable instanceof Error) {
    console.error(
      `VS Code ${version} could not be downloaded (${executable.message}). Where that is so, npm run test:browser runs the same suite.`,
    );
    return { passed: 0, failed: 1 };
  }
  const workspace = await copyWorkspace();
  const suite = await bundleSuite('desktop', { ...suites.node, grep });
  const child = spawn(
    executable,
    [workspace.folder, ...desktopArguments(suite, `${workspace.folder}-data`)],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  const [code] = await once(child, 'close');
  await workspace.remove();
  const { lines, report } = readMarked(output);
  console.log(lines.map(mapStacks(suite)).join('\n'));
  if (!report || report.passed + report.failed === 0) {
    console.error(`The suite ended with code ${code} and no test:\n${output}`);
    return { passed: 0, failed: 1 };
  }
  console.log(`desktop extension host, VS Code ${report.version}: ${report.passed + report.failed} tests`);
  return report;
}

function desktopArguments(suite: string, data: string): readonly string[] {
  return [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-updates',
    '--disable-extensions',
    '--disable-workspace-trust',
    '--skip-welcome',
    '--skip-release-notes',
    `--user-data-dir=${data}`,
    `--extensionDevelopmentPath=${path.resolve('.')}`,
    `--extensionTestsPath=${suite}`,
  ];
}
