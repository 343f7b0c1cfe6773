import { deepEqual, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { unreadableLane } from '../../../src/core/lane/read-lane.ts';
import { complete } from '../../../src/core/language/completion.ts';
import { definition } from '../../../src/core/language/definition.ts';
import { hover } from '../../../src/core/language/hover.ts';
import { links } from '../../../src/core/language/links.ts';
import { references } from '../../../src/core/language/references.ts';
import { prepareRename, rename } from '../../../src/core/language/rename.ts';
import { symbols } from '../../../src/core/language/symbols.ts';
import type { Span } from '../../../src/core/text/span.ts';
import { parseYaml } from '../../../src/core/yaml/parse-yaml.ts';
import { inserted, LANES, shop } from './shop.ts';

const PATH = 'lanes/refund-mail.lane.yaml';
const BOARD = shop();
const SAMPLES = Object.values(LANES);

const inside = (text: string, { start, end }: Span) => 0 <= start && start <= end && end <= text.length;

/** Asks everything at one offset; whatever the answer, its places must lie in the text. */
function askAll(text: string, offset: number): void {
  for (const { replace, insert } of complete(text, offset, BOARD, PATH)) {
    ok(inside(text, replace) && replace.start <= offset && offset <= replace.end, `${insert} at ${offset}`);
    ok(!text.slice(replace.start, replace.end).includes('\n'), `${insert} at ${offset} takes a line break`);
  }
  const told = hover(text, offset, BOARD, PATH);
  ok(!told || inside(text, told.span));
  definition(text, offset, BOARD, PATH);
  for (const { path, span } of references(text, offset, BOARD, PATH))
    ok(inside(LANES[path] ?? text, span) || path === PATH);
  const target = prepareRename(text, offset, BOARD, PATH);
  if (target) rename(target, 'another', BOARD);
}

function askAboutFile(text: string): void {
  const problem = { rule: 'broken-yaml', span: { start: 0, end: 0 }, message: '' };
  for (const { span } of links({ path: PATH, text }, BOARD)) ok(inside(text, span));
  for (const symbol of symbols({ ...unreadableLane(PATH, problem), text })) ok(inside(text, symbol.span));
}

/** A lane with some stretches cut out, doubled or replaced by what breaks YAML. */
const mutated = fc
  .tuple(
    fc.constantFrom(...SAMPLES),
    fc.array(
      fc.record({
        at: fc.nat(),
        length: fc.nat(40),
        by: fc.constantFrom(
          '',
          '\n',
          '  ',
          '- ',
          '[',
          ']',
          '{',
          '}',
          ':',
          ': ',
          '"',
          "'",
          '#',
          '|',
          '>',
          '&a',
          '*a',
          '!',
          '?',
          '\t',
          '\r\n',
          '\0',
          '---\n',
          ',',
          '\uFEFF',
          '\ud800',
          '%',
        ),
      }),
      { maxLength: 4 },
    ),
  )
  .map(([text, cuts]) =>
    cuts.reduce((now, { at, length, by }) => {
      const start = at % (now.length + 1);
      return now.slice(0, start) + by + now.slice(start + (length % 3 === 0 ? 0 : length));
    }, text),
  );

describe('whatever the text', () => {
  it('answers at every offset of a lane', () => {
    const text = LANES[PATH] ?? '';
    for (let offset = 0; offset <= text.length; offset++) askAll(text, offset);
  }).timeout(60_000);

  it('answers at every offset of what a lane looks like while it is written', () => {
    const text = LANES[PATH] ?? '';
    for (let length = 0; length <= text.length; length++) askAll(text.slice(0, length), length);
  }).timeout(60_000);

  it('offers nothing that would break a sound lane', () => {
    const text = LANES[PATH] ?? '';
    for (let offset = 0; offset <= text.length; offset++) {
      for (const completion of complete(text, offset, BOARD, PATH)) {
        deepEqual(parseYaml(inserted(text, completion, '')).problems, [], `${completion.label} at ${offset}`);
      }
    }
  }).timeout(60_000);

  it('answers in broken lanes', () => {
    fc.assert(
      fc.property(mutated, fc.array(fc.nat(), { minLength: 4, maxLength: 4 }), (text, offsets) => {
        for (const offset of offsets) askAll(text, offset % (text.length + 1));
        askAboutFile(text);
      }),
      { numRuns: 150 },
    );
  }).timeout(60_000);

  it('answers in text that is no lane', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.nat(), (text, at) => {
        askAll(text, at % (text.length + 1));
        askAboutFile(text);
      }),
    );
  });

  for (const [name, text] of [
    ['deep brackets', '['.repeat(30_000)],
    ['deep dashes', `${'- '.repeat(5_000)}x`],
    ['deep keys', Array.from({ length: 200 }, (_, at) => `${' '.repeat(at)}a:`).join('\n')],
    ['closing brackets', '] '.repeat(20_000)],
    ['open quotes', '" '.repeat(20_000)],
    ['one long line', `title: ${'x'.repeat(200_000)}`],
    ['commas', `limits: { write: [${','.repeat(15_000)}`],
  ] as const) {
    it(`survives ${name}`, () => {
      askAll(text, text.length);
      askAll(text, Math.floor(text.length / 2));
      askAboutFile(text);
    }).timeout(20_000);
  }
});
