import { Component, computed, input } from '@angular/core';

const TONES = ['tide', 'violet', 'good', 'warn', 'bad'] as const;

/** Up to two letters: of the first and the last word, whatever the script. */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const letters = words.map((word) => /[\p{L}\p{N}]/u.exec(word)?.[0] ?? '');
  return (
    letters.length > 1 ? `${letters[0]}${letters.at(-1)}` : (letters[0] ?? '?')
  ).toUpperCase();
}

/** A person's initials on a colour that stays theirs. The name itself must stand beside it: this is decoration. */
@Component({
  selector: 'tm-avatar',
  template: `{{ initials() }}`,
  host: { 'aria-hidden': 'true', '[attr.data-tone]': 'tone()', '[class.small]': 'small()' },
  styleUrl: './avatar.css',
})
export class Avatar {
  readonly name = input.required<string>();
  /** Decides the colour; absent for somebody unknown or a job. */
  readonly id = input<number | null>();
  readonly small = input(false);

  protected readonly initials = computed(() => initialsOf(this.name()));
  protected readonly tone = computed(() => {
    const id = this.id();
    return id === null || id === undefined ? 'neutral' : TONES[id % TONES.length];
  });
}
