import * as vscode from 'vscode';
import type { Settings } from '../core/index.ts';
import type { Core } from './core.ts';
import type { Session, SessionChange } from './session.ts';

// What can only be known with a folder around the lane.
const NEEDS_A_FOLDER = [
  'missing-file',
  'need-missing',
  'contract-unowned',
  'unknown-command',
  'limits-too-wide',
];

/** A lane that lies in no folder of the window: it is linted alone. */
export function loneSession(core: Core, uri: vscode.Uri, tell: (change: SessionChange) => void): Session {
  const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  const path = core.isLanePath(name) ? name : `${name}.lane.yaml`;
  const rules: Settings['rules'] = Object.fromEntries(NEEDS_A_FOLDER.map((rule) => [rule, 'off']));
  const board = core.createBoard({
    settings: { ...core.DEFAULT_SETTINGS, rules },
    files: core.createFileIndex([]),
    commands: { npmScripts: new Map(), npmNames: new Map(), makeTargets: new Map() },
  });
  const session: Session = {
    core,
    board,
    path: (other) => (other.toString() === uri.toString() ? path : undefined),
    uri: (other) => (other === path ? uri : vscode.Uri.joinPath(uri, '..', other)),
    text: (other) => board.lanes.get(other)?.text,
    reviews: () => undefined,
    async read(document) {
      const known = board.lanes.get(path);
      if (known?.text === document.getText()) return known;
      const file = core.readLaneFile(path, document.getText());
      board.put(file);
      tell({ session, paths: new Set([path]) });
      return file;
    },
    forget: async () => board.remove(path),
    otherFindings: () => new Map(),
    dispose: () => {},
  };
  return session;
}
