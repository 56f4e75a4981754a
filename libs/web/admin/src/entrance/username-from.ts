/** A username to suggest for a name: "Ana María Pereira" → "ana.pereira". Empty where the name has no Latin letters. */
export function usernameFrom(name: string): string {
  const words = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  const [first] = words;
  const last = words.at(-1);
  if (!first || !last) return '';
  return (words.length > 1 ? `${first}.${last}` : first).slice(0, 50);
}
