import * as vscode from 'vscode';

/** Lane files, also where a user has mapped them back to plain YAML. */
export const LANES: vscode.DocumentFilter[] = [
  { language: 'lane' },
  { language: 'yaml', pattern: '**/*.lane.{yaml,yml}' },
];

/** Lane files and the settings of a workspace folder. */
export const LANES_AND_SETTINGS: vscode.DocumentFilter[] = [
  ...LANES,
  { language: 'yaml', pattern: '**/lanekeeper.yaml' },
];

/** True for a lane as it is now, saved or not; false for an older one, such as the left side of a diff. */
export function isLane(document: vscode.TextDocument): boolean {
  return vscode.languages.match(LANES, document) > 0 && isCurrent(document.uri);
}

function isCurrent(uri: vscode.Uri): boolean {
  if (uri.scheme === 'untitled' || vscode.workspace.getWorkspaceFolder(uri)) return true;
  return vscode.workspace.fs.isWritableFileSystem(uri.scheme) === true;
}

/**
 * True where the YAML extension serves this document with our schema: it then completes, hovers and reports structure, and we
 * must not say the same again.
 */
export function isServedByYaml({ languageId }: vscode.TextDocument): boolean {
  return languageId === 'yaml' && vscode.extensions.getExtension('redhat.vscode-yaml')?.isActive === true;
}

/** The files that tabs show, of a comparison the newer side. Other extensions load documents too, but nobody sees those. */
export function openTabs(): readonly vscode.Uri[] {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs.map(({ input }) => shownIn(input)))
    .filter((uri) => uri !== undefined);
}

function shownIn(input: unknown): vscode.Uri | undefined {
  if (input instanceof vscode.TabInputText) return input.uri;
  return input instanceof vscode.TabInputTextDiff ? input.modified : undefined;
}
