// The tactics of Miles, Huberman & Saldaña: thirteen for generating meaning, thirteen for testing it (Methods 3.4).

export const meaningTactics = [
  'patterns',
  'plausibility',
  'clustering',
  'metaphors',
  'counting',
  'contrasts',
  'partitioning',
  'subsuming',
  'factoring',
  'relations',
  'intervening-variables',
  'logical-chain',
  'coherence',
] as const;

export const testingTactics = [
  'representativeness',
  'researcher-effects',
  'triangulating',
  'weighting-evidence',
  'outliers',
  'extreme-cases',
  'surprises',
  'negative-evidence',
  'if-then',
  'spurious-relations',
  'replicating',
  'rival-explanations',
  'member-check',
] as const;

export const tactics = [...meaningTactics, ...testingTactics] as const;
export type Tactic = (typeof tactics)[number];
