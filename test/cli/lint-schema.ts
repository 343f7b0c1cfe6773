import assert from 'node:assert/strict';
import Ajv from 'ajv/dist/2020.js';
import schema from '../../schemas/lint.schema.json' with { type: 'json' };

const validate = new Ajv({ allErrors: true }).compile(schema);

/** One finding of `lint --json`, as far as tests look at it. */
export interface PrintedFinding {
  readonly path: string;
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  readonly start: { readonly line: number; readonly column: number };
  readonly fix?: {
    readonly title: string;
    readonly safe: boolean;
    readonly files: readonly { readonly path: string }[];
  };
}

/** What `lint --json` printed, once it is known to be as its schema says. */
export function readFindings(stdout: string): {
  readonly findings: readonly PrintedFinding[];
  readonly summary: { readonly lanes: number; readonly errors: number; readonly hints: number };
} {
  const printed = JSON.parse(stdout);
  assert.ok(validate(printed), JSON.stringify(validate.errors));
  return printed as never;
}

/** The findings of one file as `rule line:column`. */
export function placesIn(stdout: string, path: string): readonly string[] {
  const { findings } = readFindings(stdout);
  return findings
    .filter((finding) => finding.path === path && finding.severity !== 'hint')
    .map(({ rule, start }) => `${rule} ${start.line}:${start.column}`);
}
