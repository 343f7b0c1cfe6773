import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  compileSecrets,
  maskSecrets,
  neutralise,
  quoteForBuildLog,
  readableOutput,
  secretValues,
} from '../../../src/core/index.ts';

const ESC = '\u001b';

describe('output, neutralised', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['colours', `${ESC}[1;31mred${ESC}[0m \u009b32mgreen`, 'red green'],
    ['moves of the cursor', `a${ESC}[2K${ESC}[1A${ESC}[10;20Hb${ESC}[?25l`, 'ab'],
    ['a title', `${ESC}]0;rm -rf\u0007a${ESC}]2;x${ESC}\\b\u009dx\u009cc`, 'abc'],
    ['a link', `${ESC}]8;;http://evil.example${ESC}\\text${ESC}]8;;${ESC}\\`, 'text'],
    ['the clipboard', `a${ESC}]52;c;cm0gLXJmIC8=\u0007b`, 'ab'],
    ['device control', `a${ESC}P1$r0m${ESC}\\b${ESC}_x${ESC}\\c${ESC}^x${ESC}\\d${ESC}Xx${ESC}\\e`, 'abcde'],
    ['character sets and resets', `a${ESC}(Bb${ESC}cc${ESC}7d${ESC}#8e`, 'abcde'],
    ['a string that never ends', `a${ESC}]0;never\nb`, 'a\\u{1b}]0;never\nb'],
    ['a sequence in a sequence', `${ESC}${ESC}[0m[31mx`, '\\u{1b}[31mx'],
    ['an escape at the end', `a${ESC}`, 'a\\u{1b}'],
    ['a sequence of any length', `${ESC}[${'1;'.repeat(200)}mx`, `\\u{1b}[${'1;'.repeat(200)}mx`],
    ['returns of the carriage', 'PASS\rFAIL\r\nnext\r\r\nx\r', 'PASS\nFAIL\nnext\nx\n'],
    ['backspaces and bells', 'ok\b\bno\u0007\u0000\u007f', 'ok\\u{8}\\u{8}no\\u{7}\\u{0}\\u{7f}'],
    ['the direction of writing', 'a\u202eb\u2066c\u200fd\u061c', 'a\\u{202e}b\\u{2066}c\\u{200f}d\\u{61c}'],
    [
      'characters without width',
      'a\u200bb\u2060c\ufeffd\u{e0041}',
      'a\\u{200b}b\\u{2060}c\\u{feff}d\\u{e0041}',
    ],
    ['line separators', 'a\u2028b\u0085c', 'a\\u{2028}b\\u{85}c'],
    ['what may stay', 'tab\tü 漢 👩‍💻 می‌خواهم\n', 'tab\tü 漢 👩‍💻 می‌خواهم\n'],
  ];
  for (const [what, text, expected] of cases) {
    it(`makes ${what} harmless`, () => assert.equal(neutralise(text), expected));
  }

  it('holds nothing that acts, and is not changed by doing it again', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const done = neutralise(text);
        assert.ok(!/(?![\n\t])[\p{Cc}\u202a-\u202e\u2066-\u2069\u200b\ufeff]/u.test(done));
        assert.equal(neutralise(done), done);
      }),
    );
  });
});

const piece = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      ESC,
      '[',
      ']',
      '0',
      ';',
      'm',
      '\u0007',
      '\\',
      '\u009b',
      '\u009d',
      '\u009c',
      '\r',
      '\n',
      'P',
      '(',
      ' ',
      '\b',
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      `${ESC}[31m`,
      `${ESC}]0;t\u0007`,
      `${ESC}]8;;x${ESC}\\`,
      '\u202e',
      '😀',
      '\ud83d',
      '\u{e0041}',
    ),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      'ghp_',
      'a'.repeat(19),
      'a',
      'Z9',
      'sk-',
      '-----BEGIN ',
      'PRIVATE KEY',
      '-----',
      'eyJ',
      '.eyJ',
      '://',
      'u:p@',
      ':',
      '@',
      'AKIA',
      'hush',
      'hush-hush',
      '-',
      'K: v',
    ),
  },
  fc.string({ unit: 'binary', maxLength: 3 }),
);
const hostileText = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));
const SECRETS = compileSecrets(['hush-hush-hush', 'hush-hush', 'hush-a', '------', 'aaaaaaa']);

function inPieces(text: string, cuts: readonly number[]): string {
  const filter = readableOutput(SECRETS);
  const places = [0, ...cuts.map((cut) => cut % (text.length + 1)).sort((a, b) => a - b), text.length];
  const said = places.slice(1).map((end, index) => filter.push(text.slice(places[index], end)));
  return said.join('') + filter.end();
}

describe('readable output', () => {
  it('is the same however the text is cut', () => {
    fc.assert(
      fc.property(hostileText, fc.array(fc.nat(), { maxLength: 12 }), (text, cuts) => {
        const whole = inPieces(text, []);
        assert.equal(inPieces(text, cuts), whole);
        assert.equal(
          inPieces(
            text,
            Array.from(text, (_, index) => index),
          ),
          whole,
        );
      }),
      { numRuns: 2000 },
    );
  });

  it('keeps back only what may become a secret or a sequence', () => {
    const filter = readableOutput(SECRETS);
    assert.equal(filter.push('50 % done'), '50 % done');
    assert.equal(filter.push(' … hus'), ' … ');
    assert.equal(filter.push('band\n'), 'husband\n');
    assert.equal(filter.push(`q${ESC}[3`), 'q');
    assert.equal(filter.push('1mz'), 'z');
    assert.equal(filter.end(), '');
  });

  it('finds a secret that colours cut in two', () => {
    const filter = readableOutput(SECRETS);
    assert.equal(filter.push(`hush-${ESC}[1mhush-${ESC}[0mhush.`) + filter.end(), '***.');
  });

  it('takes time in proportion to the text, whatever the text', function () {
    this.timeout(20_000);
    for (const unit of [
      ESC,
      `${ESC}[`,
      `${ESC}]`,
      '\u009d',
      '\r',
      'eyJ',
      'eyJa',
      '://',
      '://a:',
      ':a',
      '-----BEGIN ',
      'hush-',
      '------',
      'ghp_',
      'a',
      'K: v\n',
    ]) {
      const text = unit.repeat(Math.ceil(300_000 / unit.length));
      const filter = readableOutput(SECRETS);
      const begun = performance.now();
      for (let at = 0; at < text.length; at += 16_384) filter.push(text.slice(at, at + 16_384));
      filter.end();
      assert.ok(performance.now() - begun < 3000, `${JSON.stringify(unit)}: ${performance.now() - begun} ms`);
    }
  });
});

describe('secrets', () => {
  const token = 'a1B2'.repeat(10);
  const key = `-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00FF\n\n${'MIIEpAIB+/'.repeat(6)}\n${'x'.repeat(64)}\nabc=\n-----END RSA PRIVATE KEY-----`;
  const cases: readonly (readonly [string, string, string])[] = [
    ['of GitHub', `x ghp_${token} github_pat_${token}_${token},gho_${token}`, 'x *** ***,***'],
    [
      'of npm, Slack, OpenAI, Google and AWS',
      `npm_${token} xoxb-1234567890-${token} sk-proj-${token} AIza${token} AKIAIOSFODNN7EXAMPLE`,
      '*** *** *** *** ***',
    ],
    [
      'as JSON web tokens',
      `Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N end`,
      'Bearer *** end',
    ],
    ['as a private key', `key:\n${key}\nend`, 'key:\n***-----END RSA PRIVATE KEY-----\nend'],
    [
      'as a private key in JSON',
      JSON.stringify({ key: key.replace(/\nProc[\s\S]*?\n\n/, '\n'), b: 1 }),
      '{"key":"***-----END RSA PRIVATE KEY-----","b":1}',
    ],
    [
      'in an address',
      'postgres://user:pa$$w0rd@host/db http://localhost:3000/@x',
      'postgres://***@host/db http://localhost:3000/@x',
    ],
    [
      'not in words that look alike',
      'task-list-of-everything-we-know risk-assessment-for-the-whole-team',
      'task-list-of-everything-we-know risk-assessment-for-the-whole-team',
    ],
  ];
  for (const [what, text, expected] of cases) {
    it(`are masked ${what}`, () => assert.equal(maskSecrets(text, []), expected));
  }

  it('are the values of variables whose names say so', () => {
    const secret = [
      'GITHUB_TOKEN',
      'DB_PASSWORD',
      'aws_secret_access_key',
      'STRIPE_KEY',
      'APIKEY',
      'KEY_2',
      'HTTP_COOKIE',
      'NPM_AUTH',
      'SESSION_ID',
      'AZURE_CREDENTIALS',
      'GH_PAT',
    ];
    const plain = [
      'PATH',
      'HOME',
      'GIT_AUTHOR_NAME',
      'KEYBOARD',
      'XDG_SESSION_TYPE',
      'DESKTOP_SESSION',
      'SSH_AUTH_SOCK',
      'PWD',
      'OLDPWD',
      'LANG',
    ];
    const values = Object.fromEntries([...secret, ...plain].map((name) => [name, `value-of-${name}`]));
    assert.deepEqual([...secretValues(values)].sort(), secret.map((name) => `value-of-${name}`).sort());
    assert.deepEqual(secretValues({ TOKEN: 'short', KEY: undefined, SECRET: '' }), []);
  });

  it('are masked line by line, as they look in neutralised output, the longest first', () => {
    const values = secretValues({
      A_TOKEN: 'abcdef',
      B_TOKEN: 'abcdefghi',
      C_KEY: 'first line\r\n  second line\n}\n',
      D_SECRET: 'a\u202eb(.*)+$',
    });
    assert.equal(
      maskSecrets('abcdefghi abcdef second line first line } a\\u{202e}b(.*)+$ abcde', values),
      '*** *** *** *** } *** abcde',
    );
  });

  it('never show, wherever they stand', () => {
    const secret = fc.string({
      unit: fc.constantFrom('a', 'b', '.', '-', '$', '1'),
      minLength: 6,
      maxLength: 12,
    });
    fc.assert(
      fc.property(
        fc.array(secret, { minLength: 1, maxLength: 3 }),
        fc.array(hostileText),
        (values, texts) => {
          const patterns = compileSecrets([...values].sort((a, b) => b.length - a.length));
          const filter = readableOutput(patterns);
          const said =
            texts.map((text) => filter.push(`${text}|${values.join('|')}|`)).join('') + filter.end();
          for (const value of values) assert.ok(!said.includes(`|${value}|`), said);
        },
      ),
    );
  });
});

describe('output in the log of a build server', () => {
  it('holds no command to it', () => {
    const text =
      '::set-output name=x::y\n  ::error::z\nok ##[group]a\n##vso[task.setvariable]x\n##teamcity[x]\n## heading';
    assert.equal(
      quoteForBuildLog(text, '| '),
      '| ::set-output name=x::y\n|   ::error::z\n| ok ## [group]a\n| ## vso[task.setvariable]x\n| ## teamcity[x]\n| ## heading',
    );
  });
});
