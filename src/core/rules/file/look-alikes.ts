/** A letter in a Latin word that comes from another script and looks Latin. */
export interface LookAlike {
  readonly start: number;
  readonly found: string;
  readonly meant: string;
}

/** Cyrillic and Greek letters with the Latin ones they look like (from Unicode's list of confusables). */
const LOOKS_LIKE: ReadonlyMap<string, string> = new Map(
  [...'аеорсухіјѕһԁԛԝѵАВЕКМНОРСТХУІЈЅ', ...'οανικρυΑΒΕΖΗΙΚΜΝΟΡΤΥΧ'].map((letter, at) => [
    letter,
    [...'aeopcyxijshdqwvABEKMHOPCTXYIJS', ...'oavikpuABEZHIKMNOPTYX'][at] ?? letter,
  ]),
);

/** The letters of an id that look Latin beside Latin ones and are not. A word wholly in another script is left alone. */
export function* lookAlikesIn(id: string): Iterable<LookAlike> {
  for (const { 0: word, index } of id.matchAll(/\p{L}+/gu)) {
    if (!/\p{Script=Latin}/u.test(word) || !/[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(word)) continue;
    let start = index;
    for (const letter of word) {
      const meant = LOOKS_LIKE.get(letter);
      if (meant !== undefined) yield { start, found: letter, meant };
      start += letter.length;
    }
  }
}

/** Whether an id holds such a letter, so that nobody should be told to copy it. */
export function hasLookAlikes(id: string): boolean {
  return !lookAlikesIn(id)[Symbol.iterator]().next().done;
}
