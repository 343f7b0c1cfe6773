import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { configFolder } from './config-folder.ts';
import { describeFailure, failureCode } from './failure.ts';

/** Seals texts, so that what this user wrote on this machine is told from what came with a repository. */
export interface Seal {
  of(text: string): string;
  holds(text: string, seal: string): boolean;
}

const FILE = 'evidence.key';
const KEY = /^[0-9a-f]{64}$/;

/** The seal of this user, whose key is kept in a folder; undefined if there is no key yet or it cannot be read. */
export function readSeal(folder?: string): Seal | undefined {
  try {
    const key = readFileSync(join(folder ?? configFolder(), FILE), 'utf8').trim();
    return KEY.test(key) ? sealWith(Buffer.from(key, 'hex')) : undefined;
  } catch {
    return undefined;
  }
}

/** As `readSeal`, and makes the key if there is none that can be used; or why it cannot, to follow "… not be recorded: ". */
export function makeSeal(folder?: string): Seal | { readonly reason: string } {
  const known = readSeal(folder);
  if (known) return known;
  let place = 'the home of this user';
  try {
    place = folder ?? configFolder();
    makeKey(place);
    return readSeal(place) ?? { reason: `its key in ${place} cannot be read` };
  } catch (error) {
    return { reason: `its key cannot be kept in ${place}: ${describeFailure(error)}` };
  }
}

function makeKey(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, FILE);
  const temporary = `${file}.${randomBytes(6).toString('hex')}`;
  try {
    writeFileSync(temporary, `${randomBytes(32).toString('hex')}\n`, { flag: 'wx', mode: 0o600 });
    // Two first runs at once must end with one key: a link is never made over another.
    linkSync(temporary, file);
  } catch (error) {
    // A file system without links, or a key that is damaged.
    if (failureCode(error) === 'ENOSPC') throw error;
    if (!readSeal(folder)) renameSync(temporary, file);
  } finally {
    rmSync(temporary, { force: true });
  }
}

function sealWith(key: Uint8Array): Seal {
  const seal = (text: string) => createHmac('sha256', key).update(text).digest();
  return {
    of: (text) => seal(text).toString('base64url'),
    holds: (text, given) => {
      const bytes = Buffer.from(given, 'base64url');
      const expected = seal(text);
      return bytes.length === expected.length && timingSafeEqual(bytes, expected);
    },
  };
}
