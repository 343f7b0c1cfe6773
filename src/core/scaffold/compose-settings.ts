/** The text of a new `lanekeeper.yaml`: every setting with what it is for, as comments, so that the defaults hold. */
export function composeSettings(): string {
  return SETTINGS;
}

const SETTINGS = `# Lanekeeper's settings for this workspace folder. Each has a default that holds while its lines are comments;
# take away the "# " in front of a line to set it.

# Where the lanes are. The default finds them anywhere.
# include: [lanes/**/*.lane.yaml]

# What every lane inherits: paths that no lane may change, and checks that every lane has.
# defaults:
#   limits:
#     never: [.github/**]
#   checks:
#     lint: { kind: lint, run: npm run lint }

# The severity of a rule: error, warning, hint or off. \`lanekeeper explain RULE\` says what a rule looks for.
# rules:
#   no-good: off

# Hosts whose pages a stranger cannot open, beside the well-known ones of chats, wikis and trackers.
# private-hosts: [wiki.example.com]

# The share of the workspace's files, from 0 to 1, above which the write paths of a lane are too wide.
# widest-share: 0.5
`;
