import type { Rule } from '../lint/rule.ts';
import { alwaysPasses } from './checks/always-passes.ts';
import { evalWithoutBound } from './checks/eval-without-bound.ts';
import { evalWithoutScore } from './checks/eval-without-score.ts';
import { noCheck } from './checks/no-check.ts';
import { ownStandard } from './checks/own-standard.ts';
import { rubricNotYesNo } from './checks/rubric-not-yes-no.ts';
import { tasteWithoutRubric } from './checks/taste-without-rubric.ts';
import { unknownCommand } from './checks/unknown-command.ts';
import { bugWithoutEvidence } from './context/bug-without-evidence.ts';
import { contextCopied } from './context/context-copied.ts';
import { contextUnused } from './context/context-unused.ts';
import { linkWithoutGist } from './context/link-without-gist.ts';
import { missingContext } from './context/missing-context.ts';
import { missingFile } from './context/missing-file.ts';
import { missingOutcome } from './context/missing-outcome.ts';
import { noAnchor } from './context/no-anchor.ts';
import { noGood } from './context/no-good.ts';
import { privateLink } from './context/private-link.ts';
import { tribalKnowledge } from './context/tribal-knowledge.ts';
import { unresolvableReference } from './context/unresolvable-reference.ts';
import { activityNotResult } from './done/activity-not-result.ts';
import { comparativeWithoutBaseline } from './done/comparative-without-baseline.ts';
import { escapeClause } from './done/escape-clause.ts';
import { needsReading } from './done/needs-reading.ts';
import { noDone } from './done/no-done.ts';
import { openList } from './done/open-list.ts';
import { qualityWord } from './done/quality-word.ts';
import { unknownProof } from './done/unknown-proof.ts';
import { unprovenCriterion } from './done/unproven-criterion.ts';
import { brokenYaml } from './file/broken-yaml.ts';
import { complexPattern } from './file/complex-pattern.ts';
import { duplicateId } from './file/duplicate-id.ts';
import { hiddenCharacter } from './file/hidden-character.ts';
import { oversizedLane } from './file/oversized-lane.ts';
import { pathOutsideWorkspace } from './file/path-outside-workspace.ts';
import { plainYaml } from './file/plain-yaml.ts';
import { suppressionWithoutReason } from './file/suppression-without-reason.ts';
import { unknownKey } from './file/unknown-key.ts';
import { unknownVersion } from './file/unknown-version.ts';
import { unusedSuppression } from './file/unused-suppression.ts';
import { wrongType } from './file/wrong-type.ts';
import { alternativesLeftOpen } from './independence/alternatives-left-open.ts';
import { contractUnowned } from './independence/contract-unowned.ts';
import { crossLaneTalk } from './independence/cross-lane-talk.ts';
import { decisionContradicted } from './independence/decision-contradicted.ts';
import { decisionElsewhere } from './independence/decision-elsewhere.ts';
import { decisionFreeTwice } from './independence/decision-free-twice.ts';
import { deferredDecision } from './independence/deferred-decision.ts';
import { needCycle } from './independence/need-cycle.ts';
import { needMissing } from './independence/need-missing.ts';
import { needWithoutContract } from './independence/need-without-contract.ts';
import { questionInBrief } from './independence/question-in-brief.ts';
import { sharedWrite } from './independence/shared-write.ts';
import { twoOutcomes } from './independence/two-outcomes.ts';
import { undecidedMarker } from './independence/undecided-marker.ts';
import { howNotOutcome } from './intent/how-not-outcome.ts';
import { limitsTooWide } from './intent/limits-too-wide.ts';
import { middleReview } from './intent/middle-review.ts';
import { noDecisionRights } from './intent/no-decision-rights.ts';
import { noLimits } from './intent/no-limits.ts';
import { noStop } from './intent/no-stop.ts';

/** Every rule, in the order of the moves: the order of pages, tables and settings. */
export const RULES: readonly Rule[] = [
  sharedWrite,
  decisionFreeTwice,
  decisionContradicted,
  decisionElsewhere,
  crossLaneTalk,
  undecidedMarker,
  alternativesLeftOpen,
  deferredDecision,
  questionInBrief,
  twoOutcomes,
  needWithoutContract,
  needMissing,
  needCycle,
  contractUnowned,
  missingOutcome,
  missingContext,
  unresolvableReference,
  missingFile,
  privateLink,
  tribalKnowledge,
  noAnchor,
  bugWithoutEvidence,
  noGood,
  contextCopied,
  contextUnused,
  linkWithoutGist,
  noDone,
  unprovenCriterion,
  unknownProof,
  qualityWord,
  escapeClause,
  comparativeWithoutBaseline,
  openList,
  needsReading,
  activityNotResult,
  noCheck,
  unknownCommand,
  alwaysPasses,
  ownStandard,
  evalWithoutBound,
  evalWithoutScore,
  tasteWithoutRubric,
  rubricNotYesNo,
  noLimits,
  limitsTooWide,
  noStop,
  noDecisionRights,
  howNotOutcome,
  middleReview,
  brokenYaml,
  unknownKey,
  wrongType,
  unknownVersion,
  plainYaml,
  duplicateId,
  pathOutsideWorkspace,
  complexPattern,
  hiddenCharacter,
  unusedSuppression,
  suppressionWithoutReason,
  oversizedLane,
];
