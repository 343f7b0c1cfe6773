import laneSchema from '../../../schemas/lane.schema.json' with { type: 'json' };
import settingsSchema from '../../../schemas/settings.schema.json' with { type: 'json' };
import type { YamlPath } from '../edit/operation.ts';
import { isLanePath } from '../lane/lane-file.ts';
import { type SchemaNode, schemaAt } from '../schema/schema-node.ts';
import { SETTINGS_PATH } from '../settings/read-settings.ts';

/** What a text in a lane or settings file stands for. A `glob` may also be a plain path; a `file` may also be a URL. */
export type Meaning = 'lane' | 'check' | 'decision' | 'file' | 'glob' | 'folder' | 'command';

/** What an editor must know of one kind of file. Places are written as `checks.*.run`: list positions left out, `*` for a free key. */
export interface Language {
  readonly schema: SchemaNode;
  /** What the values at a place stand for. */
  readonly values: { readonly [place: string]: Meaning };
  /** What the keys at a place stand for. */
  readonly keys: { readonly [place: string]: Meaning };
}

const LANE: Language = {
  schema: laneSchema as SchemaNode,
  values: {
    'brief.evidence.source': 'file',
    'brief.context': 'file',
    'brief.good': 'file',
    'limits.write': 'glob',
    'limits.never': 'glob',
    'limits.decisions.free': 'decision',
    'limits.decisions.reserved': 'decision',
    needs: 'lane',
    'needs.lane': 'lane',
    'needs.contract': 'file',
    'done.proof': 'check',
    'done.look': 'glob',
    ...ofChecks('checks.*'),
  },
  keys: { 'checks.*': 'check', 'limits.decisions.settled.*': 'decision' },
};

const SETTINGS: Language = {
  schema: settingsSchema as SchemaNode,
  values: {
    include: 'glob',
    'defaults.limits.never': 'glob',
    'coupling.hubs': 'glob',
    ...ofChecks('defaults.checks.*'),
  },
  keys: {},
};

function ofChecks(check: string): Language['values'] {
  return {
    [check]: 'command',
    [`${check}.run`]: 'command',
    [`${check}.cwd`]: 'folder',
    [`${check}.inputs`]: 'glob',
    [`${check}.artifacts`]: 'glob',
  };
}

/** The language of a file by its path; nothing if Lanekeeper does not know it. */
export function languageOf(path: string): Language | undefined {
  if (isLanePath(path)) return LANE;
  return path === SETTINGS_PATH ? SETTINGS : undefined;
}

/** The place that keys and list positions lead to, as a `Language` names it. */
export function placeOf({ schema }: Language, path: YamlPath): string {
  return path
    .map((step, at) => {
      if (typeof step === 'number') return undefined;
      return Object.hasOwn(schemaAt(schema, path.slice(0, at))?.properties ?? {}, step) ? step : '*';
    })
    .filter((step) => step !== undefined)
    .join('.');
}
