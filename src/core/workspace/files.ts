/** A host's view of one workspace folder, read-only. Paths are relative to the folder, with `/`; `''` is the folder itself. */
export interface Files {
  /**
   * The entries of a folder; empty if it cannot be read. A symbolic link counts as what it leads to while that lies inside the
   * folder's real path, else as `other`, as do devices, pipes and sockets.
   */
  list(folder: string): Promise<readonly FolderEntry[]>;
  /** The bytes of a file, unless it is larger than `atMost` bytes. Never throws. */
  read(path: string, atMost: number): Promise<FileContent>;
}

export interface FolderEntry {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'other';
}

export type FileContent =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'too-large'; readonly size: number }
  /** `reason` follows "… cannot be read: "; `remedy` is a sentence, where something helps. */
  | { readonly kind: 'unreadable'; readonly reason: string; readonly remedy?: string }
  | { readonly kind: 'missing' };
