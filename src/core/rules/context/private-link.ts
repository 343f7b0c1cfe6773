import type { Board } from '../../board/board.ts';
import type { SoundLane } from '../../lane/lane-file.ts';
import type { Remedy, Report } from '../../lint/rule.ts';
import { oneLine } from '../../prose/find-words.ts';
import { blankBlocks } from '../../prose/markdown-blocks.ts';
import type { Prose } from '../../prose/prose.ts';
import { type Hit, hitsOf, reportHit, textRule } from '../../prose/text-rule.ts';
import type { Text } from '../../text/span.ts';

const LINK = /\b(?:https?|file|slack|msteams|notion|obsidian|vscode):\/\/[^\s<>)"'`\]]{1,2000}/gi;
/** Chats, wikis, drives and ticket systems that ask who you are. A name covers its subdomains. */
const HOSTS: ReadonlySet<string> = new Set(
  'slack.com app.slack.com teams.microsoft.com teams.live.com discord.com discord.gg discordapp.com chat.google.com web.whatsapp.com wa.me t.me zoom.us meet.google.com webex.com loom.com mattermost.com zulipchat.com notion.so notion.site coda.io atlassian.net jira.com confluence.com linear.app trello.com asana.com monday.com clickup.com basecamp.com height.app shortcut.com pivotaltracker.com youtrack.cloud airtable.com dev.azure.com visualstudio.com miro.com mural.co figma.com lucid.app lucidchart.com whimsical.com docs.google.com drive.google.com sheets.google.com sharepoint.com onedrive.live.com 1drv.ms dropbox.com box.com evernote.com quip.com getguru.com slab.com zendesk.com intercom.com freshdesk.com servicenow.com salesforce.com mail.google.com outlook.office.com outlook.live.com office.com sentry.io datadoghq.com datadoghq.eu grafana.net app.posthog.com productboard.com aha.io'.split(
    ' ',
  ),
);
const PRIVATE_NAME =
  /^(?:(?:jira|confluence|intranet|mattermost|rocketchat|sharepoint|youtrack|jenkins|grafana|kibana|sentry|vault|corp|internal)\.(?!io$|com$|org$|net$))|\.(?:local|internal|corp|intranet|lan|home|localdomain|private)$|(?:^|\.)wiki\.[\w-]+\.(?:corp|local|internal)$/i;
const LOOPBACK =
  /^(?:localhost|127\.\d+\.\d+\.\d+|0\.0\.0\.0|\[::1\]|10\.\d+\.\d+\.\d+|192\.168\.\d+\.\d+|172\.(?:1[6-9]|2\d|3[01])\.\d+\.\d+)$/i;
/** Before a local address these mean "read it there"; elsewhere it is where the program answers. */
const READ_THERE =
  /\b(?:see|docs?|documented|documentation|described|spec|details|refer(?: to)?|read|found|more|wiki|design)\b[^.\n]{0,40}$/i;

function* find(text: string, extra: readonly string[] = []): Iterable<Hit> {
  if (!text.includes('://')) return;
  let left = 20;
  const prose = blankBlocks(text);
  for (const { 0: link, index } of prose.matchAll(LINK)) {
    if (left-- === 0) return;
    const clean = link.replace(/[.,;:!?]+$/, '');
    if (!isPrivate(clean, extra, prose.slice(Math.max(0, index - 60), index))) continue;
    yield { start: index, end: index + clean.length, message: message(clean) };
  }
}

function message(link: string): string {
  return `"${oneLine(link)}" opens only for those who have access. Copy what matters from there into a file of the workspace, such as lanes/context/*.md.`;
}

/** True if the address opens only for some; `before` is what stands before it, which tells documents on this computer from programs. */
export function isPrivate(link: string, extra: readonly string[], before?: string): boolean {
  if (!/^https?:/i.test(link)) return true;
  const host = (/^https?:\/\/(?:[^@/\s]*@)?(\[[^\]]*\]|[^/:?#\s]+)/i.exec(link)?.[1] ?? '').toLowerCase();
  if (LOOPBACK.test(host)) return before === undefined || READ_THERE.test(before);
  return (
    PRIVATE_NAME.test(host) ||
    isBelow(host, HOSTS) ||
    extra.some((name) => host === name.toLowerCase() || host.endsWith(`.${name.toLowerCase()}`))
  );
}

/** True if the host or one of the domains above it is among the names. */
function isBelow(host: string, names: ReadonlySet<string>): boolean {
  for (let dot = -1; ; dot = host.indexOf('.', dot + 1)) {
    if (names.has(host.slice(dot + 1))) return true;
    if (host.indexOf('.', dot + 1) < 0) return false;
  }
}

const links = textRule({
  id: 'private-link',
  move: 2,
  severity: 'warning',
  summary:
    'A link leads to a chat, a wiki, a drive, a ticket or this computer, where a stranger cannot follow.',
  why: 'An agent has no account there. What it cannot open it will make up.',
  question: 'What would the agent find there?',
  fields: ['outcome', 'why', 'context', 'good', 'decision', 'stop', 'done'],
  examples: {
    bad: [
      { lane: 'lane: 1\nbrief:\n  context:\n    - «https://acme.slack.com/archives/C01/p1699»\n' },
      {
        lane: 'lane: 1\nbrief:\n  why: Support asks for it, see «https://acme.atlassian.net/browse/SHOP-12»\n',
      },
      {
        lane: 'lane: 1\nbrief:\n  context:\n    - { url: «http://localhost:6006/docs», gist: the component catalogue }\n',
      },
    ],
    good: [
      {
        lane: 'lane: 1\nbrief:\n  context:\n    - lanes/context/payments.md\n',
        files: { 'lanes/context/payments.md': '# Payments\n' },
      },
      { lane: 'lane: 1\ndone:\n  - says: http://localhost:8080/health answers 200\n' },
    ],
  },
  find: ({ value }) => find(value),
});

/** Flags links that a stranger cannot open, in sentences, context, models and evidence. */
export const privateLink: typeof links = {
  ...links,
  *check(file, board, prose) {
    const extra = board.settings.privateHosts;
    const ours = { fields: links.fields, find: ({ value }: Prose) => find(value, extra) };
    for (const { text, hit } of hitsOf(ours, prose)) yield reportHit(file, text, hit);
    const { context, good, evidence } = file.lane.brief;
    for (const [key, entries] of [
      ['context', context],
      ['good', good],
    ] as const) {
      for (const [index, entry] of entries.entries()) {
        if (entry.kind === 'url')
          yield* reportLink(file, entry.url, extra, stubRemedies(entry.url.value, board, [key, index]));
      }
    }
    for (const { source } of evidence) if (source) yield* reportLink(file, source, extra);
  },
};

function* reportLink(
  file: SoundLane,
  text: Text,
  extra: readonly string[],
  remedies?: readonly Remedy[],
): Iterable<Report> {
  const link = text.value.trim();
  if (!/^[a-z]+:\/\//i.test(link) || !isPrivate(link, extra)) return;
  const start = text.value.indexOf(link);
  yield reportHit(file, text, { start, end: start + link.length, message: message(link) }, remedies);
}

/** A file of shared context in place of the link, for the words that matter. */
function stubRemedies(
  link: string,
  { files }: Board,
  [key, index]: readonly [string, number],
): readonly Remedy[] {
  const name =
    link
      .replace(/^[a-z]+:\/\//i, '')
      .replace(/[?#].*$/, '')
      .toLowerCase()
      .match(/[a-z0-9]+/g)
      ?.slice(-3)
      .join('-') ?? 'link';
  const path = `lanes/context/${name.slice(0, 60)}.md`;
  if (files.hasFile(path)) return [];
  return [
    {
      title: `Put what matters into ${path}`,
      operations: [
        { kind: 'create', path, text: `# ${name}\n\nWhat a stranger needs from ${link}:\n\n` },
        { kind: 'set', at: ['brief', key, index], value: path },
      ],
    },
  ];
}
