import { DOCUMENT } from '@angular/common';
import { inject, Service } from '@angular/core';

/** Copies text; also over plain http, where browsers offer no `navigator.clipboard`. */
@Service()
export class Clipboard {
  private readonly document = inject(DOCUMENT);

  /** Whether it was copied. */
  async copy(text: string): Promise<boolean> {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return this.copyBySelection(text);
    }
  }

  private copyBySelection(text: string): boolean {
    const area = this.document.createElement('textarea');
    const focused = this.document.activeElement;
    area.value = text;
    area.readOnly = true;
    area.className = 'visually-hidden';
    // Inside an open dialog only its own content can be selected.
    (focused?.closest('[role="dialog"]') ?? this.document.body).append(area);
    area.select();
    const copied = this.document.execCommand('copy');
    area.remove();
    if (focused instanceof HTMLElement) focused.focus();
    return copied;
  }
}
