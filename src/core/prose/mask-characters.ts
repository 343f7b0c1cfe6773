/**
 * What stands in masked prose where the text quotes something: one private character per kind, as often as the quoted
 * stretch is long, so that offsets hold and a pattern can still ask "is a path named here?".
 */
export const MASK = { code: '\uE000', quote: '\uE001', url: '\uE002', path: '\uE003' } as const;

/** Matches what leads a stranger somewhere: a path, an address, code, or the number of an issue. */
export const PLACE = /[\uE000\uE002\uE003]|(?:^|[\s(])#\d/;
