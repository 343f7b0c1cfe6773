import { blankBlocks } from './markdown-blocks.ts';
import { MASK } from './mask-characters.ts';

const INLINE =
  /``(?!`)(?:[^`\n]|`(?!`)){1,500}``|`[^`\n]{1,2000}`|\bhttps?:\/\/[^\s<>)"'`\]]+|\bfile:\/\/[^\s<>)"'`\]]+|"[^"\n]{1,400}"|“[^“”\n]{1,400}”|«[^«»\n]{1,400}»|(?<![\w'’])['‘][^'’\n]{1,120}['’](?!\w)|(?<![^\s`"“”«»'‘’()<>,;])(?=[^\s`"“”«»'‘’()<>,;]{3})[^\s`"“”«»'‘’()<>,;./]{0,300}[./][^\s`"“”«»'‘’()<>,;]{0,300}/g;

/**
 * The text with code, quotations, addresses, paths and quoted blocks masked, so that only the author's own words are left.
 * Same length, line breaks kept.
 */
export function maskProse(text: string): string {
  return blankBlocks(text).replace(INLINE, (found) => {
    const mask = maskOf(found);
    return mask === undefined ? found : mask.repeat(found.length);
  });
}

function maskOf(found: string): string | undefined {
  const first = found[0] as string;
  if (first === '`') return MASK.code;
  if ('"“«\'‘'.includes(first)) return MASK.quote;
  if (/^(?:https?|file):\/\//.test(found)) return MASK.url;
  return isPath(found) ? MASK.path : undefined;
}

const FILE_NAME =
  /^[\w@.*{}[\]-]*[\w*}\]]\.(?:[cm]?[jt]sx?|json[c5l]?|ya?ml|toml|ini|cfg|conf|env|lock|mdx?|rst|txt|adoc|py|rb|go|rs|java|kts?|swift|cs|c|h|cc|cpp|hpp|php|sh|bash|ps1|sql|graphql|proto|css|scss|less|html?|vue|svelte|xml|svg|png|jpe?g|gif|pdf|csv|tsv|xlsx?|docx?|ipynb|nix|tf|gradle|feature|snap|patch|diff)$/i;
const FOLDER =
  /^(?:\.{0,2}\/|~\/)?@?(?:\.\w[\w-]*|src|lib|libs|apps?|packages|docs?|tests?|__tests__|specs?|scripts|examples?|lanes|config|public|assets|server|client|cmd|internal|pkg|crates|schemas|migrations|fixtures|artifacts|research|bench|node_modules|openspec|backlog)\/[\w@.*{}[\]/-]*$/;
const LONG_PATH = /^\/?[\w@.*{}[\]-]+(?:\/[\w@.*{}[\]-]+){2,}\/?$/;
const ROUTE = /^\/[a-z][\w:.{}-]*(?:\/[\w:.{}*-]+)*\/?$/i;
const ROOTED = /^(?:\.{1,2}|~)\/[\w@.*{}[\]/-]+$/;

/** True if the word names a file or folder: `src/a`, `README.md`, `docs/`, `a/b/c`; not `and/or`. */
function isPath(word: string): boolean {
  const bare = word.replace(/[.:!?*_]{1,4}$/, '').replace(/^[[*_]{1,4}/, '');
  if (!bare.includes('/')) return FILE_NAME.test(bare);
  if (FILE_NAME.test(bare.slice(bare.lastIndexOf('/') + 1))) return true;
  return (
    FOLDER.test(bare) ||
    ROOTED.test(bare) ||
    ROUTE.test(bare) ||
    (LONG_PATH.test(bare) && !/^\w+(?:\/(?:or|and)\b)/.test(bare) && /[._@*-]|\/$|^\//.test(bare))
  );
}
