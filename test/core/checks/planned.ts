import assert from 'node:assert/strict';
import { planChecks } from '../../../src/core/checks/plan-checks.ts';
import type { PlannedCheck } from '../../../src/core/checks/planned-check.ts';
import { isSound, type SoundLane } from '../../../src/core/lane/lane-file.ts';
import { readLaneFile } from '../../../src/core/lane/read-lane.ts';
import { readSettings, SETTINGS_PATH } from '../../../src/core/settings/read-settings.ts';

/** A lane from its text without `lane: 1`. */
export function laneOf(text: string, path = 'lanes/refund-mail.lane.yaml'): SoundLane {
  const file = readLaneFile(path, `lane: 1\n${text}`);
  assert.ok(isSound(file));
  return file;
}

/** The planned checks of a lane, given as its text without `lane: 1`, and of a settings file. */
export function planned(text: string, settings = ''): readonly PlannedCheck[] {
  return planChecks(laneOf(text), readSettings(settings).settings, SETTINGS_PATH);
}

/** One planned check, given as what follows its id. */
export function plannedCheck(check: string, settings = ''): PlannedCheck {
  const [first] = planned(`checks:\n  it: ${check}\n`, settings);
  assert.ok(first);
  return first;
}
