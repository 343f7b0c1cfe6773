/** Remembers, outside every repository, which commands this user has seen and allowed on this machine. */
export interface TrustStore {
  allows(digest: string): Promise<boolean>;
  /** Returns why it could not be remembered, as a sentence for people. */
  allow(digest: string): Promise<string | undefined>;
}
