/** For what scrolls and holds nothing that takes the focus: arrow keys scroll it once it has the focus itself (WCAG 2.1.1). */
export const scrolled = { tabIndex: 0 } as const;
