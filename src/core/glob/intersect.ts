import { type Alternative, anyDepth, type Glob, type Segment } from './glob.ts';
import { meet } from './meet.ts';
import { boundsMeet, namesMeet } from './name-pattern.ts';

/** Whether some path matches both globs, of a file that exists or not. Exact: misses none, raises no false alarm. */
export function globsIntersect(a: Glob, b: Glob): boolean {
  return a.alternatives.some((own) => b.alternatives.some((other) => alternativesMeet(own, other)));
}

function alternativesMeet(a: Alternative, b: Alternative): boolean {
  return boundsMeet(a, b) && meet(a.segments, b.segments, isAnyDepth, segmentsMeet);
}

function segmentsMeet(own: Segment, other: Segment): boolean {
  return own === anyDepth || other === anyDepth || namesMeet(own, other);
}

function isAnyDepth(segment: Segment): boolean {
  return segment === anyDepth;
}
