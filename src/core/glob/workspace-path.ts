/** Why a path or glob does not name something inside the workspace folder. */
export interface PathProblem {
  readonly problem:
    | 'empty'
    | 'absolute'
    | 'home'
    | 'drive'
    | 'address'
    | 'variable'
    | 'network'
    | 'backslash'
    | 'control-character'
    | 'outside'
    | 'unclear-parent';
  /** For a person: the text found, what is wrong with it, what to write instead. */
  readonly message: string;
}

const controlCharacters = /\p{Cc}/gu;
const globCharacters = /[*?[\]{}]/;

/** Whether a path holds a character that globs give a meaning: `*`, `?`, brackets or braces. */
export function hasGlobCharacters(path: string): boolean {
  return globCharacters.test(path);
}

/** The text in quotes for a message, cut at 60 characters, control characters made visible as `\u{1b}`. */
export function quote(text: string): string {
  const cut = text.length > 60 ? `${text.slice(0, 60)}…` : text;
  return `"${cut.replace(controlCharacters, (found) => `\\u{${found.charCodeAt(0).toString(16)}}`)}"`;
}

/** What keeps a path or glob, as a person wrote it, from naming something inside the workspace; undefined if nothing does. */
export function checkPath(text: string): PathProblem | undefined {
  if (normal.test(text)) return undefined;
  return checkCharacters(text) ?? checkStart(text) ?? checkParents(text);
}

/** Paths as most people write them, which are in their one spelling already. */
const normal = /^[\w@*{-][\w@.*{},-]*(?:\/[\w@*{-][\w@.*{},-]*)*$/;

/** The path in its one spelling: no `.`, `..`, doubled or trailing slash, Unicode NFC. The workspace itself is ''. */
export function normalizePath(text: string): string {
  if (normal.test(text)) return text;
  const kept: string[] = [];
  for (const segment of text.normalize('NFC').split('/')) {
    if (segment === '..') kept.pop();
    else if (segment !== '' && segment !== '.') kept.push(segment);
  }
  return kept.join('/');
}

function checkCharacters(text: string): PathProblem | undefined {
  if (text.trim() === '')
    return {
      problem: 'empty',
      message: 'The path is empty. Write one from the workspace folder, such as "src/app.ts".',
    };
  if (text.search(controlCharacters) >= 0) {
    return {
      problem: 'control-character',
      message: `${quote(text)} holds a control character. Type the path again without it.`,
    };
  }
  if (text.startsWith('\\\\') || text.startsWith('//')) {
    return { problem: 'network', message: `${quote(text)} names another computer. ${fromWorkspace}` };
  }
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(text))
    return { problem: 'address', message: `${quote(text)} is an address, no path. ${fromWorkspace}` };
  if (/^[a-z]:/i.test(text))
    return { problem: 'drive', message: `${quote(text)} starts with a drive. ${fromWorkspace}` };
  if (text.includes('\\')) {
    const slashed = quote(text.replaceAll('\\', '/'));
    return {
      problem: 'backslash',
      message: `${quote(text)} holds a backslash. Write ${slashed}: "/" separates on every system.`,
    };
  }
  return undefined;
}

const fromWorkspace = 'Write a path from the workspace folder, such as "src/app.ts".';

function checkStart(text: string): PathProblem | undefined {
  if (text.startsWith('/')) {
    return {
      problem: 'absolute',
      message: `${quote(text)} starts at the root of the disk. ${fromWorkspace}`,
    };
  }
  if (/^(?:\$[A-Z][A-Z0-9_]*|\$[({][^/]*|%\w+%)(?:\/|$)/.test(text)) {
    return {
      problem: 'variable',
      message: `${quote(text)} begins with a variable, which nothing fills in here. ${fromWorkspace}`,
    };
  }
  if (text.startsWith('~')) {
    return { problem: 'home', message: `${quote(text)} starts in a home folder. ${fromWorkspace}` };
  }
  return undefined;
}

function checkParents(text: string): PathProblem | undefined {
  const above: string[] = [];
  for (const segment of text.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') {
      above.push(segment);
      continue;
    }
    const parent = above.pop();
    if (parent === undefined) {
      return {
        problem: 'outside',
        message: `${quote(text)} leaves the workspace folder. Write a path inside it, without "..".`,
      };
    }
    if (hasGlobCharacters(parent)) {
      return {
        problem: 'unclear-parent',
        message: `${quote(text)} goes up from ${quote(parent)}, which could be many folders. Write it without "..".`,
      };
    }
  }
  return undefined;
}
