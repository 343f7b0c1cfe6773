/** Pattern pieces for people and agents besides the one that works in the lane. */

/** A noun for them: agent, lane, team. */
export const KIND_OF_PARTY =
  '(?:agents?|lanes?|teams?|owners?|maintainers?|colleagues?|team-?mates?|co-?workers?|developers?|devs?|engineers?|designers?|folks|people|guys|persons?|squads?|crews?|work-?streams?|streams?|architects?|peers?|leads?)';

/** Somebody else who works at the same time, named without doubt. */
export const OTHER_PARTY = `(?:whoever|whomever|(?:the |an? |any |all |all the |each of the )?(?:other|another|others?|second|parallel|neighbou?ring|sibling|adjacent|next) (?:[\\w-]+ )?${KIND_OF_PARTY}|the others|another (?:agent|lane|team)|each other|one another|(?:the |that |this )?(?:[\\w-]+ ){1,2}lanes?(?:'s (?:owner|agent))?|lane [\\w.-]+|(?:the |that )?agents? (?:who|that|which|working|building|doing|on|in|of|for|responsible|handling|behind)|(?:the |[\\w-]+'s )(?!(?:support|user|travel|estate|insurance|service|customer|sales|booking|mail|call|help|chat|human|ai|coding|same) )[\\w-]+ agents?)`;

/** Anybody with a role: the other party, a team, a person by name. */
export const ANY_PARTY = `(?:${OTHER_PARTY}|(?:the |an? |our |your |its |their |all |both )?(?:relevant |respective |responsible |[\\w-]+ ){0,2}${KIND_OF_PARTY}|(?:someone|somebody|anyone|everyone) (?:else|from|on|in|who)|@[\\w-]+(?![\\w/-]))`;
