export { type Answerable, rememberAnswer } from './answer-cache.ts';
export { type Breathe, breather } from './breathe.ts';
export { describeFailure, failureCode } from './failure.ts';
export { findRoot, markedRoot } from './find-root.ts';
export { nodeFiles } from './node-files.ts';
export { isWithin, realPath, withRealFolder } from './real-path.ts';
export { type Changes, type StopWatching, type Watch, watchFolder } from './watch-folder.ts';
export { createFile, replaceFile, type Written } from './write-file.ts';
