/** A form of secret that is known by how it looks. Patterns hold no groups that capture. */
export interface SecretForm {
  /** Matches enough of it to be sure; of bounded length. */
  readonly head: string;
  /** Matches, at the end of a text, all that may yet become a head. */
  readonly unfinished: string;
  /** One of the characters that belong to it after its head, however many come. */
  readonly rest: string;
  readonly mask: string;
  /** True if it counts only where no letter or digit stands before it. */
  readonly isWord: boolean;
}

const WORD = '[A-Za-z0-9_]';
const WORD_OR_DASH = '[A-Za-z0-9_-]';

/** No head is longer than this. */
export const LONGEST_HEAD = 1200;

const JWT: SecretForm = {
  head: `eyJ${WORD_OR_DASH}{10,1024}\\.eyJ`,
  unfinished: begun('eyJ', `${WORD_OR_DASH}{0,1024}(?:\\.e?y?)?`),
  rest: '[A-Za-z0-9_.-]',
  mask: '***',
  isWord: true,
};

const HEADERS = '(?:\\n[\\w-]{1,30}: [^\\n]{1,100}){0,5}';

const PRIVATE_KEY: SecretForm = {
  head: `-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----${HEADERS}`,
  unfinished: begun(
    '-----BEGIN ',
    `[A-Z0-9 ]{0,60}-{0,5}${HEADERS}(?:\\n[\\w-]{0,30}(?::(?: [^\\n]{0,100})?)?)?`,
  ),
  // A key in a JSON text has its line breaks written as `\n`.
  rest: '[A-Za-z0-9+/=\\\\\\n]',
  mask: '***',
  isWord: false,
};

const PASSWORD_IN_ADDRESS: SecretForm = {
  head: '://[^\\s/:@]{0,64}:[^\\s/@]{1,200}@',
  unfinished: begun('://', '[^\\s/:@]{0,64}(?::[^\\s/@]{0,200})?'),
  rest: '(?!)',
  mask: '://***@',
  isWord: false,
};

/** The forms in which well-known services write tokens, JSON web tokens, private keys, and passwords in addresses. */
export const SECRET_FORMS: readonly SecretForm[] = [
  ...['ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_', 'github_pat_'].map((begins) => token(begins, WORD, 20)),
  ...['sk_live_', 'sk_test_', 'rk_live_', 'npm_', 'hf_'].map((begins) => token(begins, WORD, 20)),
  ...['glpat-', 'sk-', 'pypi-', 'dckr_pat_'].map((begins) => token(begins, WORD_OR_DASH, 20)),
  ...['xoxa-', 'xoxb-', 'xoxe-', 'xoxo-', 'xoxp-', 'xoxr-', 'xoxs-', 'xapp-'].map((begins) =>
    token(begins, WORD_OR_DASH, 10),
  ),
  ...['AKIA', 'ASIA'].map((begins) => token(begins, '[A-Z0-9]', 16)),
  token('AIza', WORD_OR_DASH, 35),
  JWT,
  PRIVATE_KEY,
  PASSWORD_IN_ADDRESS,
];

/** A beginning, and so many characters at least of those that may follow. */
function token(begins: string, rest: string, least: number): SecretForm {
  return {
    head: `${begins}${rest}{${least}}`,
    unfinished: begun(begins, `${rest}{0,${least - 1}}`),
    rest,
    mask: '***',
    isWord: true,
  };
}

/** A pattern for a part of a word, or for the whole word and a part of what follows. */
function begun(word: string, then: string): string {
  const [first = '', ...others] = word;
  return first + others.reduceRight((inner, character) => `(?:${character}${inner})?`, then);
}
