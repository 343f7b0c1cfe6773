import { type SecretPatterns, secretMasker } from './mask-secrets.ts';
import { outputNeutraliser } from './neutralise-output.ts';
import { inTurn, type TextFilter } from './text-filter.ts';

/** Makes output that comes in pieces fit to be shown and kept: neutralised, then without secrets. */
export function readableOutput(secrets: SecretPatterns): TextFilter {
  return inTurn(outputNeutraliser(), secretMasker(secrets));
}

/**
 * Lines as a build server may print them: each behind a prefix, so that none is a command to it (`::set-output`,
 * `##vso[task…]`, `##teamcity[…]`). Expects neutralised text.
 */
export function quoteForBuildLog(text: string, prefix: string): string {
  return text.replace(/##(?=\w*\[)/g, '## ').replace(/^/gm, prefix);
}
