// what a proposition needs before it may be called verified.

export type Verifiable = {
  readonly evidence: readonly { readonly side: string; readonly kind: string; readonly isGone: boolean }[];
  readonly checks: readonly { readonly tactic: string; readonly outcome: string }[];
  /** Verdicts of triangulation about it. */
  readonly verdicts: number;
  readonly overrideReason: string;
};

export const conditions = ['quotation', 'verdict', 'negative-evidence'] as const;
export type Condition = (typeof conditions)[number];

/** The conditions that are not met yet, whether or not a reason stands in for them. */
export function missingConditions({ evidence, checks, verdicts }: Omit<Verifiable, 'overrideReason'>): Condition[] {
  const hasQuotation = evidence.some(
    ({ side, kind, isGone }) => side === 'supports' && !isGone && (kind === 'coding' || kind === 'passage'),
  );
  const hasSearched = checks.some(({ tactic, outcome }) => tactic === 'negative-evidence' && outcome !== 'open');
  return [
    ...(hasQuotation ? [] : (['quotation'] as const)),
    ...(verdicts > 0 ? [] : (['verdict'] as const)),
    ...(hasSearched ? [] : (['negative-evidence'] as const)),
  ];
}

/** All three, or a written reason why not. */
export function mayBeVerified(proposition: Verifiable): boolean {
  return proposition.overrideReason.trim() !== '' || missingConditions(proposition).length === 0;
}
