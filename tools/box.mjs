// Draws a frame around what a person should read first.

/**
 * @param lines each a text, or a pair of a label and a text
 * @param columns how wide the terminal is; a frame that does not fit is left out, so that links stay whole
 */
export function box(lines, columns = process.stdout.columns ?? 120) {
  const labels = lines.filter(Array.isArray).map(([label]) => label.length);
  const indent = Math.max(0, ...labels) + 3;
  const texts = lines.map((line) =>
    Array.isArray(line) ? line[0].padEnd(indent) + line[1] : line,
  );
  const width = Math.max(...texts.map((text) => text.length));
  if (width + 6 > columns) return `\n${texts.map((text) => `  ${text}`).join('\n')}\n`;
  const rule = '─'.repeat(width + 4);
  const rows = texts.map((text) => `│  ${text.padEnd(width)}  │`);
  return `\n${[`╭${rule}╮`, ...rows, `╰${rule}╯`].join('\n')}\n`;
}
