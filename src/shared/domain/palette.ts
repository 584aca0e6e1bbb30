// Colours for new codes: people with colour vision deficiencies can tell them apart.

/** After Okabe and Ito (2008) and Tol (2021), darkened where contrast on white was below 3:1. */
export const palette = [
  '#0072b2',
  '#b85c00',
  '#00805f',
  '#a3397a',
  '#8c6d00',
  '#2a7fb8',
  '#b5382a',
  '#5b5fc7',
  '#3f7d20',
  '#7a4a9e',
  '#00798c',
  '#8a4b2d',
] as const;
