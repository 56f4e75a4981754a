/** Line feeds and tabs are the only control characters that a long text may hold. */
const CONTROLS = /[\u0000-\u001f\u007f-\u009f]/u;
const CONTROLS_IN_LINES = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/u;
/** Bidirectional controls let a text read as something it is not; noncharacters are for internal use. */
const DECEIVING = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
const NONCHARACTERS = /[\ufdd0-\ufdef\ufffe\uffff]/u;
const INVISIBLE_ONLY = /^[\p{Cf}\p{Z}\p{Mn}\p{Me}\u115f\u1160\u3164\uffa0\s]*$/u;
const STACKED_MARKS = /\p{M}{9,}/u;

/** Trimmed, in Unicode normal form C, with line breaks as line feeds. Other values stay for the validator to refuse. */
export function tidy(value: unknown): unknown {
  if (typeof value !== 'string' || !value.isWellFormed()) return value;
  return value.replaceAll('\r\n', '\n').trim().normalize('NFC');
}

/** Why a text cannot be used, as the end of a sentence that begins with the field's name; null when it can. */
export function textProblem(
  value: unknown,
  { min, max, lines }: { min: number; max: number; lines: boolean },
): string | null {
  if (typeof value !== 'string') return 'must be a text';
  if (!value.isWellFormed()) return 'holds half of a character';
  if ((lines ? CONTROLS_IN_LINES : CONTROLS).test(value)) return 'must not hold control characters';
  if (DECEIVING.test(value)) return 'must not hold characters that change the reading direction';
  if (NONCHARACTERS.test(value)) return 'must not hold code points that are not characters';
  if (STACKED_MARKS.test(value)) return 'must not stack more than eight marks on a letter';
  const length = [...value].length;
  if (length > max) return `must have at most ${max} characters`;
  if (length < min) return min === 1 ? 'must not be empty' : `must have at least ${min} characters`;
  if (min > 0 && INVISIBLE_ONLY.test(value)) return 'must hold something that can be seen';
  return null;
}
