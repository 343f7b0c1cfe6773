const REASONS: { readonly [code: string]: string } = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EIO: 'the disk reports an error',
  EFBIG: 'the file would be too large',
  EBUSY: 'another program is using it',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  ELOOP: 'its symbolic links lead in a circle',
  ENAMETOOLONG: 'its name is too long',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of its path is not a folder',
  ENOENT: 'it does not exist',
  EEXIST: 'it exists already',
};

/** What a failed system call means, in words that follow "… could not be read: "; an unknown code stays as it is. */
export function describeFailure(error: unknown): string {
  const code = failureCode(error);
  return (code && REASONS[code]) ?? code ?? String(error instanceof Error ? error.message : error);
}

/** The code of a failed system call, such as `ENOENT`; undefined for any other error. */
export function failureCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
