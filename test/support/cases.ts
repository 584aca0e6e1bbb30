// How many cases a property or mutant test takes: few in every run, all that an acceptance asks for where somebody wants
// them (`SIMPUL_CASES=200 npx vitest run …`).

/** @param usual in a run that says nothing */
export function casesOr(usual: number): number {
  const wanted = Number(process.env['SIMPUL_CASES']);
  return Number.isInteger(wanted) && wanted > 0 ? wanted : usual;
}
