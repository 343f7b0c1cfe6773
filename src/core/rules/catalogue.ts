import type { Rule } from '../lint/rule.ts';

/** Every rule, in the order of the moves: the order of pages, tables and settings. */
export const RULES: readonly Rule[] = [];
