/** Calm colours that can be told apart, on light and on dark. */
export const PROJECT_COLORS = [
  '#2f7ed8',
  '#0f9d8a',
  '#7a5af8',
  '#d9480f',
  '#c2255c',
  '#2b8a3e',
  '#b7791f',
  '#1c7ed6',
  '#9c36b5',
  '#5c6b7a',
] as const;

/** The colour of a project for which none was chosen: the same for the same name. */
export function colorFor(name: string): string {
  const sum = [...name].reduce((total, letter) => total + (letter.codePointAt(0) ?? 0), 0);
  return PROJECT_COLORS[sum % PROJECT_COLORS.length] ?? PROJECT_COLORS[0];
}
