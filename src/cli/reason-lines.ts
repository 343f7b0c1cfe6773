import { lineIndex, type Reason, type ReasonPlace, shellWord } from '../core/index.ts';
import type { Texts } from './lint-json.ts';
import { visible } from './visible.ts';

/** A reason on one line, and where it is resolved. */
export function reasonLine({ message, place }: Reason, texts: Texts): string {
  return `${visible(message)} (${placeText(place, texts)})`;
}

/** Where something is resolved, as a person types it: `path:line:column` or a command. */
export function placeText(place: ReasonPlace, texts: Texts): string {
  switch (place.kind) {
    case 'file': {
      const { line, column } = lineIndex(texts(place.path) ?? '').position(place.span.start);
      return `${visible(place.path)}:${line}:${column}`;
    }
    case 'check':
      return `lanekeeper check ${shellWord(place.lane)} --check ${shellWord(place.check)}`;
    case 'command':
      return `lanekeeper ${place.args.map(shellWord).join(' ')}`;
  }
}

/** The same as data: lines and columns count from 1. */
export function placeJson(place: ReasonPlace, texts: Texts) {
  switch (place.kind) {
    case 'file':
      return { path: place.path, ...lineIndex(texts(place.path) ?? '').position(place.span.start) };
    case 'check':
      return { check: place.check, ...(place.state ? { state: place.state } : {}) };
    case 'command':
      return { command: ['lanekeeper', ...place.args] };
  }
}
