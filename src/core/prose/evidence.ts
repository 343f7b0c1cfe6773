import { PLACE } from './mask-characters.ts';
import type { Prose } from './prose.ts';

/** Names of products that are spelt like symbols. */
const BRAND =
  /\b(?:GitHub|GitLab|BitBucket|JavaScript|TypeScript|CoffeeScript|OpenAPI|OpenSpec|PostgreSQL|MySQL|MariaDB|MongoDB|GraphQL|YouTube|LinkedIn|PayPal|WordPress|DevOps|OpenAI|ChatGPT|NodeJS|NextJS|JetBrains|PowerShell|PowerPoint|SharePoint|OneDrive|DropBox|FaceBook|WhatsApp|TikTok|iOS|iPhones?|iPads?|iCloud|macOS|tvOS|eBay|eMail|OAuth|IntelliJ|LaTeX|McDonald|e\.g|i\.e|vs|Node\.js|Next\.js|Vue\.js)\b/g;
const SYMBOL =
  /\b[a-z]+[A-Z]\w*|\b[A-Z][a-z0-9]+[A-Z]\w*|\b\w+_\w+|\b\w{2,}\(\)?|\b[a-z]\w+\.[a-z]\w+|\w::\w|(?<![\w-])--[a-z]\w+|(?<![\w-])-[a-zA-Z](?![\w-])|\b__\w+/;
const COMMAND =
  /(?<![\w-])(?:npm|npx|pnpm|yarn|bun|node|deno|git|cargo|go (?:test|run|build)|make|pytest|python3?|pip|docker|kubectl|curl|mvn|gradle|dotnet|ruby|bundle|rake|terraform|bash|sh) [\w./-]+/;
const EXAMPLE =
  /[\uE000\uE001]|\b(?:for example|for instance|e\.g\.|such as|example:|examples:|looks like this|like this:|sample)|->|=>|→|(?:^|\n)\s{0,8}(?:>>>|\$|\+ |- \[)/i;

const ERROR_NAME =
  /\b[A-Z]\w*(?:Error|Exception|Warning|Fault)\b|\bTraceback\b|\bE[A-Z]{4,}\b|\bSIG[A-Z]{3,}|\b\w+::\w/;
const ERROR_TEXT =
  /\b(?:HTTP|status|code)[: ]{1,2}[45]\d\d\b|\bpanic:|\berror: |\bexit(?:s|ed)? (?:with )?(?:code )?[1-9]|\bsegfault|\bstack ?trace\b|\bat line \d/i;
const NOW_AND_WANTED =
  /\bexpect(?:ed|s|ation)?\b[\s\S]{0,400}\b(?:actual(?:ly)?|but|instead|got|observed|currently)\b|\b(?:actual(?:ly)?|currently|instead|now|observed)\b[\s\S]{0,400}\b(?:expect(?:ed|s)?|wanted|should)\b|\bsteps to reproduce\b|\bto reproduce\b|\breproduc(?:e|tion)(?: steps)?:|\bshould\b[^.\n]{0,200}\bbut\b|\bwanted:|\bnow:/i;

/** A line that reads as code or as what a terminal shows, although nobody fenced it. */
const CODE_LINE =
  /(?:^|\n)[ \t]{0,40}(?:>>> |\$ \w|#include\b|import [\w.{]|from [\w.]{1,60} import\b|(?:def|class|function|func|fn|const|let|var|public|private|return|SELECT|INSERT|UPDATE|FROM|WHERE) [\w(*{'"]|[\w.[\]'"]{1,60} ?=[ \w'"([{]|[\w.]{1,80}\(.{0,200}\);?[ \t]*(?:$|\n)|at [\w.$<>]{1,80}\(|File "[^"\n]{1,200}", line \d)/;

/** How a line of code ends. */
const CODE_END = /(?:[{}]|\)[;:])[ \t]*(?:$|\n)/;

/** True if the text leads a stranger somewhere: a path, an address, a symbol, a command or a piece of code. */
export function namesPlace(prose: Prose): boolean {
  return namesPlaceIn(prose.masked());
}

/** The same of a stretch of masked prose. */
export function namesPlaceIn(masked: string): boolean {
  if (PLACE.test(masked)) return true;
  const ours = masked.replace(BRAND, ' ');
  return SYMBOL.test(ours) || COMMAND.test(ours);
}

/** What masking makes code or a quotation of, apart from what `EXAMPLE` finds unmasked. */
const MAY_QUOTE = /[`"“«]|~~~|(?<![\w'’])['‘]/;

/** True if the text shows an example: code, something quoted, or words that announce one. */
export function showsExample(prose: Prose): boolean {
  const { value } = prose;
  if (CODE_LINE.test(value) || CODE_END.test(value) || INPUT.test(value)) return true;
  return (MAY_QUOTE.test(value) || EXAMPLE.test(value)) && EXAMPLE.test(prose.masked());
}

/** The very call or flag that goes wrong. */
const INPUT = /\w\(\)|(?<![\w-])--[a-z]/;

/** True if the text shows an example, the call or flag, an error as it reads, or what happens beside what is wanted. */
export function showsFault(prose: Prose): boolean {
  return (
    [ERROR_NAME, ERROR_TEXT, NOW_AND_WANTED].some((sign) => sign.test(prose.value)) || showsExample(prose)
  );
}
