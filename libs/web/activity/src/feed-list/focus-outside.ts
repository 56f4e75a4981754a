const FOCUSABLE =
  'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), [tabindex]:not([tabindex="-1"])';

/** Moves the focus to the last thing before an element, or to the first thing after it. */
export function focusOutside(element: HTMLElement, where: 'before' | 'after'): void {
  const wanted =
    where === 'before' ? Node.DOCUMENT_POSITION_PRECEDING : Node.DOCUMENT_POSITION_FOLLOWING;
  const outside = [...element.ownerDocument.querySelectorAll<HTMLElement>(FOCUSABLE)].filter(
    (one) => element.compareDocumentPosition(one) === wanted && canBeSeen(one),
  );
  (where === 'before' ? outside.at(-1) : outside[0])?.focus();
}

function canBeSeen(element: HTMLElement): boolean {
  return element.checkVisibility?.() ?? true;
}
