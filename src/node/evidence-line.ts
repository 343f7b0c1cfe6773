import type { CheckResult, Evidence } from '../core/index.ts';

const MOST_TAIL = 16 * 1024;
const MOST_LINE = 256 * 1024;
const MOST_PATHS = 200;

const STATES: { readonly [state in CheckResult['state']]: readonly string[] } = {
  passed: [],
  failed: ['because'],
  'timed-out': ['because'],
  cancelled: [],
  unchanged: ['since'],
  'not-started': ['reason'],
};

/**
 * Evidence as one line, with the end of its tail that fits into 16 KiB and a bounded number of paths; undefined if it is too
 * large for all that.
 */
export function fitEvidence(evidence: Evidence): string | undefined {
  const line = JSON.stringify({
    ...evidence,
    tail: lastBytes(evidence.tail, MOST_TAIL),
    artifacts: evidence.artifacts.slice(0, MOST_PATHS),
    ...(evidence.files ? { files: evidence.files.slice(0, MOST_PATHS) } : {}),
  });
  return Buffer.byteLength(line) > MOST_LINE ? undefined : line;
}

/** What a line says, if it is evidence of this version. */
export function readEvidence(line: string): Evidence | undefined {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return undefined;
  }
  return isEvidence(value) ? value : undefined;
}

function isEvidence(value: unknown): value is Evidence {
  if (!isRecord(value) || value.version !== 1) return false;
  const texts = [
    value.lane,
    value.check,
    value.kind,
    value.laneDigest,
    value.checkDigest,
    value.at,
    value.tail,
  ];
  return (
    texts.every((text) => typeof text === 'string') &&
    typeof value.dirty === 'boolean' &&
    typeof value.ms === 'number' &&
    Array.isArray(value.artifacts) &&
    isResult(value.result)
  );
}

function isResult(value: unknown): value is CheckResult {
  if (!isRecord(value) || typeof value.state !== 'string' || !Object.hasOwn(STATES, value.state))
    return false;
  return STATES[value.state as CheckResult['state']].every((key) => typeof value[key] === 'string');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function lastBytes(text: string, most: number): string {
  const bytes = Buffer.from(text);
  if (bytes.length <= most) return text;
  let start = bytes.length - most;
  while (((bytes[start] ?? 0) & 0xc0) === 0x80) start += 1;
  return bytes.toString('utf8', start);
}
