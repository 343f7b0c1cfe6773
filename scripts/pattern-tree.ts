/**
 * What a regular expression asks for, as far as whole words go: a letter; something between words; anything; one after the
 * other; one of several. What has no width is left out, and what may be absent is one of several with nothing.
 */
export type Node =
  | { readonly kind: 'letter'; readonly letter: string }
  | { readonly kind: 'gap' }
  | { readonly kind: 'any' }
  | { readonly kind: 'all'; readonly nodes: readonly Node[] }
  | { readonly kind: 'one'; readonly nodes: readonly Node[] };

const GAP: Node = { kind: 'gap' };
const ANY: Node = { kind: 'any' };
const NOTHING: Node = { kind: 'all', nodes: [] };
/** A class of more members is as good as anything. */
const MOST_MEMBERS = 6;
const MOST_REPEATED = 4;

const ZERO_WIDTH = /^\(\?<?[=!]/;
const GROUP = /^\((?:\?:|\?<\w+>)?/;

/** Reads the part of the regular expressions' language that phrases are written in. */
export function readPattern(source: string): Node {
  let at = 0;

  const alternatives = (): Node => {
    const nodes = [sequence()];
    while (source[at] === '|') {
      at++;
      nodes.push(sequence());
    }
    return nodes.length === 1 ? (nodes[0] as Node) : { kind: 'one', nodes };
  };
  const sequence = (): Node => {
    const nodes: Node[] = [];
    while (at < source.length && source[at] !== '|' && source[at] !== ')') nodes.push(repeated(atom()));
    return { kind: 'all', nodes };
  };
  const atom = (): Node => {
    const char = source[at] as string;
    if (char === '(') return group();
    at++;
    if (char === '[') return members();
    if (char === '\\') return escaped(source[at++] as string);
    return char === '^' || char === '$' ? NOTHING : char === '.' ? ANY : literal(char);
  };
  const group = (): Node => {
    const start = source.slice(at, at + 40);
    const look = ZERO_WIDTH.exec(start);
    at += (look ?? (GROUP.exec(start) as RegExpExecArray))[0].length;
    const inner = alternatives();
    at++;
    return look ? NOTHING : inner;
  };
  const members = (): Node => {
    const start = at;
    while (source[at] !== ']') at += source[at] === '\\' ? 2 : 1;
    return memberOf(source.slice(start, at++));
  };
  const repeated = (node: Node): Node => {
    const sign = source[at];
    if (sign !== '?' && sign !== '*' && sign !== '+' && sign !== '{') return node;
    const end = sign === '{' ? source.indexOf('}', at) : at;
    const [least = '', most = least] = source.slice(at + 1, end).split(',');
    at = end + 1;
    if (source[at] === '?') at++;
    if (sign === '{') return repeat(node, Number(least), Number(most || Infinity));
    return repeat(node, sign === '+' ? 1 : 0, sign === '?' ? 1 : Infinity);
  };
  return alternatives();
}

function repeat(node: Node, min: number, max: number): Node {
  if (node.kind === 'gap') return min === 0 ? optional(GAP) : GAP;
  if (max === 1) return min === 1 ? node : optional(node);
  const more = Math.min(max, MOST_REPEATED) - min;
  let rest: Node = max > MOST_REPEATED ? optional(ANY) : NOTHING;
  for (let times = 0; times < more; times++) rest = optional({ kind: 'all', nodes: [node, rest] });
  return { kind: 'all', nodes: [...Array.from({ length: Math.min(min, MOST_REPEATED) }, () => node), rest] };
}

function optional(node: Node): Node {
  return { kind: 'one', nodes: [NOTHING, node] };
}

function literal(char: string): Node {
  return /\w/.test(char) ? { kind: 'letter', letter: char.toLowerCase() } : GAP;
}

function escaped(char: string): Node {
  if (char === 's') return GAP;
  if (char === 'b') return NOTHING;
  return /[a-z]/i.test(char) ? ANY : literal(char);
}

/** One of the members of a class, where they are few and named one by one. */
function memberOf(members: string): Node {
  if (members.startsWith('^')) return ANY;
  if (/^(?:\\s|[^\w\\]|\\[^\w])+$/.test(members)) return GAP;
  if (/\\|\w-\w/.test(members) || members.length > MOST_MEMBERS) return ANY;
  return { kind: 'one', nodes: [...members].map(literal) };
}
