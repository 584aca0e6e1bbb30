// The standards by which the conclusions of a study are judged: those of Lincoln & Guba as Moleong names them,
// and with Miles, Huberman & Saldaña what becomes of the findings.

export const qualityCriteria = [
  'credibility',
  'transferability',
  'dependability',
  'confirmability',
  'application',
] as const;
export type QualityCriterion = (typeof qualityCriteria)[number];
