/**
 * Whether two sequences with wildcards have a common instance: `isMany` units stand for any number of any units, others
 * for one, and `unitsMeet` says whether two single units do. Each pair of places is visited once, and only if it can be reached.
 */
export function meet<Unit>(
  a: readonly Unit[],
  b: readonly Unit[],
  isMany: (unit: Unit) => boolean,
  unitsMeet: (own: Unit, other: Unit) => boolean,
): boolean {
  const width = b.length + 1;
  const reached = new Uint8Array((a.length + 1) * width);
  reached[0] = 1;
  for (let place = 0; place < reached.length - 1; place++) {
    if (reached[place] === 0) continue;
    const own = a[Math.floor(place / width)];
    const other = b[place % width];
    if ((own !== undefined && isMany(own)) || (other !== undefined && isMany(other))) {
      if (own !== undefined) reached[place + width] = 1;
      if (other !== undefined) reached[place + 1] = 1;
    } else if (own !== undefined && other !== undefined && unitsMeet(own, other)) {
      reached[place + width + 1] = 1;
    }
  }
  return reached[reached.length - 1] === 1;
}
