import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
];
const commands = [
  ['apt-get', 'update', '--quiet'],
  [
    'apt-get',
    'install',
    '--yes',
    '--quiet',
    '--no-install-recommends',
    'chromium-headless-shell',
    'fonts-dejavu-core',
  ],
] as const;

/**
 * Returns the path of a Chromium or Chrome: `CHROME_PATH`, or one in a usual place, or, as root where apt is, one
 * that it installs. Throws with the commands to type when there is none and none may be installed.
 */
export function findBrowser(): string {
  const found =
    installed() ?? (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get') ? aptInstall() : undefined);
  if (found) return found;
  const typed = commands.map((words) => `sudo ${words.join(' ')}`).join(' && ');
  throw new Error(`No Chromium was found. Install one (on Debian: ${typed}), or set CHROME_PATH to yours.`);
}

function installed(): string | undefined {
  return [process.env.CHROME_PATH, ...places].find((file) => file !== undefined && existsSync(file));
}

function aptInstall(): string | undefined {
  console.log('No Chromium was found: installing chromium-headless-shell with apt-get, once …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const [command, ...args] of commands) {
    const { status, stdout, stderr } = spawnSync(command, args, { env, encoding: 'utf8' });
    if (status !== 0) console.error(`${command} ${args.join(' ')} failed:\n${stdout}${stderr}`);
  }
  return installed();
}
