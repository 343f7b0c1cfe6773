import { neutralise } from './neutralise-output.ts';
import { LONGEST_HEAD, SECRET_FORMS, type SecretForm } from './secret-forms.ts';
import { filterWhole, type TextFilter } from './text-filter.ts';

/** Names of variables whose values are secret. Authors and keyboards are not meant. */
const SECRET_NAME =
  /TOKEN|SECRET|PASSWORD|PASSWD|PASSPHRASE|CREDENTIAL|COOKIE|PRIVATE|SESSION|AUTH(?!OR)|KEY(?:S|$|_|[0-9])|_PAT$|_PWD?$/i;

/** Not meant either: what the desktop of a user sets. */
const HARMLESS_NAME =
  /^(?:XDG_.*|DESKTOP_SESSION|GDMSESSION|SESSION_MANAGER|SESSIONNAME|SSH_AUTH_SOCK|XAUTHORITY)$/i;

/** A shorter value stands in too many texts by chance. */
const SHORTEST_SECRET = 6;

/** A longer value is looked for in parts. */
const LONGEST_PART = 4096;

const WORDS = SECRET_FORMS.filter(({ isWord }) => isWord);
const OTHERS = SECRET_FORMS.filter(({ isWord }) => !isWord);
const FORMS = [...WORDS, ...OTHERS];

/** The values of an environment that must not be shown, as they look in neutralised output; of long ones, each line. */
export function secretValues(environment: Readonly<Record<string, string | undefined>>): readonly string[] {
  const values = Object.entries(environment).flatMap(([name, value]) =>
    value !== undefined && SECRET_NAME.test(name) && !HARMLESS_NAME.test(name) ? parts(value) : [],
  );
  return [...new Set(values)].sort((a, b) => b.length - a.length);
}

/** A text without the given values and without anything that looks like a token, a private key or a password in an address. */
export function maskSecrets(text: string, values: readonly string[]): string {
  return filterWhole(secretMasker(compileSecrets(values)), text);
}

/** As `maskSecrets`, for a text that comes in pieces. Takes time in proportion to the text. */
export function secretMasker(patterns: SecretPatterns): TextFilter {
  let before = '';
  let held = '';
  let resting: RegExp | undefined;
  const take = (text: string, isEnd: boolean): string => {
    const all = before + held + text;
    const limit = isEnd ? all.length : unfinishedFrom(all, before.length, patterns);
    let said = '';
    let at = before.length;
    for (;;) {
      if (resting) {
        at = endOf(resting, all, at);
        if (at === all.length) break;
        resting = undefined;
      }
      const found = at < limit ? firstFrom(patterns.heads, all, at) : undefined;
      if (!found || found.index >= limit) break;
      const form = patterns.forms[found.slice(1).findIndex((group) => group !== undefined)];
      said += all.slice(at, found.index) + (form?.mask ?? '***');
      at = found.index + found[0].length;
      resting = form?.rest;
    }
    const end = Math.max(at, limit);
    said += all.slice(at, end);
    before = all.slice(Math.max(0, end - 1), end);
    held = all.slice(end);
    return said;
  };
  return { push: (text) => take(text, false), end: () => take('', true) };
}

function parts(value: string): readonly string[] {
  return neutralise(value)
    .split('\n')
    .flatMap((line) => line.trim().match(new RegExp(`.{1,${LONGEST_PART}}`, 'gs')) ?? [])
    .filter((part) => part.length >= SHORTEST_SECRET);
}

/** What to look for; made once for many texts. */
export interface SecretPatterns {
  readonly values: readonly string[];
  readonly heads: RegExp;
  readonly unfinished: RegExp;
  readonly forms: readonly { readonly mask: string; readonly rest: RegExp }[];
}

/** Patterns for these values and for all that looks like a secret. */
export function compileSecrets(values: readonly string[]): SecretPatterns {
  const literals = values.map((value) => value.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'));
  const heads = FORMS.map(({ head }) => head);
  // An engine that does not optimise would else try every alternative at every character.
  const firsts = [...new Set([...heads, ...values].map((start) => start.charAt(0)))].map(
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return {
    values,
    heads: new RegExp(
      `(?=[${firsts.join('')}])(?:${[
        ...(literals.length === 0 ? [] : [literals.join('|')]),
        ...wordsApart((form) => `(${form.head})`),
      ].join('|')})`,
      'g',
    ),
    unfinished: new RegExp(`(?:${wordsApart(({ unfinished }) => unfinished).join('|')})$`),
    forms: FORMS.map(({ mask, rest }) => ({ mask, rest: new RegExp(`${rest}*`, 'y') })),
  };
}

/** Patterns of `FORMS`, in their order; that a word begins is asked once for all that need it. */
function wordsApart(pattern: (form: SecretForm) => string): readonly string[] {
  return [`(?<![A-Za-z0-9])(?:${WORDS.map(pattern).join('|')})`, ...OTHERS.map(pattern)];
}

function firstFrom(pattern: RegExp, text: string, from: number): RegExpExecArray | undefined {
  pattern.lastIndex = from;
  return pattern.exec(text) ?? undefined;
}

function endOf(sticky: RegExp, text: string, from: number): number {
  sticky.lastIndex = from;
  return from + (sticky.exec(text)?.[0].length ?? 0);
}

/** Where the first thing begins that more text could make a secret. */
function unfinishedFrom(text: string, from: number, { values, unfinished }: SecretPatterns): number {
  const near = Math.max(0, text.length - LONGEST_HEAD);
  const found = unfinished.exec(text.slice(near));
  const byForm = found ? near + found.index : text.length;
  return Math.max(from, Math.min(byForm, ...values.map((value) => partFrom(text, value))));
}

/** Where the longest beginning of a value stands that is the end of the text. */
function partFrom(text: string, value: string): number {
  for (let at = Math.max(0, text.length - value.length + 1); at < text.length; at += 1) {
    at = text.indexOf(value.charAt(0), at);
    if (at < 0) break;
    if (value.startsWith(text.slice(at))) return at;
  }
  return text.length;
}
