/** One mail, plain text. */
export interface Mail {
  /** Says what the mail is about; the outbox takes each key once (docs/adr/0003-mail-goes-through-the-outbox.md). */
  readonly key: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Mails that wait to be sent. */
export interface Outbox {
  readonly mails: readonly Mail[];
  /** Takes the mail, unless one with its key is there: a retry sends nothing twice. */
  put(mail: Mail): void;
}

/** An empty outbox. */
export function createOutbox(): Outbox {
  const mails = new Map<string, Mail>();
  return {
    get mails() {
      return [...mails.values()];
    },
    put: (mail) => {
      if (!mails.has(mail.key)) mails.set(mail.key, mail);
    },
  };
}
