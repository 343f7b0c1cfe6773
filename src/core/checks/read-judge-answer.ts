import type { ErrorObject } from 'ajv';
import validate from '../../../schemas/judge.schema.json?validate';
import { withoutHidden } from '../rules/file/hidden-characters.ts';
import type { JudgeAnswer } from './evidence.ts';
import { jsonInOutput } from './json-in-output.ts';

/** A judge that reasons at length is cut: the reasons are kept with the evidence. */
const LONGEST_REASON = 1000;

/**
 * Reads what a judge said to a rubric: the last JSON document of the text. Returns a sentence for people instead if it is no answer
 * to the whole rubric. `model` is the one that was asked, where somebody knows it; it counts then.
 */
export function readJudgeAnswer(
  text: string,
  rubric: readonly string[],
  model?: string,
): JudgeAnswer | { readonly problem: string } {
  const json = jsonInOutput(text);
  if (json === undefined)
    return {
      problem: text.trim() === '' ? 'The judge said nothing.' : 'The judge did not answer with JSON.',
    };
  const { value } = json;
  const named = model !== undefined && isObject(value) ? { ...value, model } : value;
  if (!validate(named)) return { problem: explain(validate.errors?.[0]) };
  const { model: name, answers } = named as { model: string; answers: JudgeAnswer['statements'] };
  return answers.length === rubric.length
    ? {
        model: withoutHidden(name),
        statements: answers.map(({ holds, reason }) => ({
          holds,
          reason: withoutHidden(reason.slice(0, LONGEST_REASON)),
        })),
      }
    : {
        problem: `The judge gave ${answers.length} answers, and the rubric has ${rubric.length} statements.`,
      };
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function explain(error: ErrorObject | undefined): string {
  const place = (error?.instancePath ?? '')
    .slice(1)
    .replace(/\/(\d+)/g, '[$1]')
    .replaceAll('/', '.');
  const missing = error?.keyword === 'required' ? String(error.params.missingProperty) : undefined;
  const what =
    missing !== undefined
      ? `"${place === '' ? missing : `${place}.${missing}`}" is missing`
      : `${place === '' ? 'it' : `"${place}"`} ${error?.message ?? 'is of another form'}`;
  return `The answer of the judge cannot be used: ${what}. Its form is in schemas/judge.schema.json.`;
}
