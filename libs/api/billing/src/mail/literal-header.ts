/** So many bytes fit into an encoded word, which has at most 75 characters (RFC 2047, section 2). */
const BYTES_A_WORD = 45;

/**
 * The text of a header so that its reader sees it to the letter. What looks like an encoded word ("=?UTF-8?Q?…?=") would
 * be decoded, and could hold what no input may: it is encoded once more. Everything else is left to the mailer.
 */
export function literalHeader(text: string): string {
  if (!text.includes('=?')) return text;
  const words = [''];
  for (const letter of text) {
    const longer = `${words.at(-1)}${letter}`;
    if (Buffer.byteLength(longer) <= BYTES_A_WORD) words[words.length - 1] = longer;
    else words.push(letter);
  }
  return words.map((word) => `=?UTF-8?B?${Buffer.from(word).toString('base64')}?=`).join(' ');
}
