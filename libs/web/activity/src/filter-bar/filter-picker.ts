import { CdkListbox, CdkOption } from '@angular/cdk/listbox';
import {
  CdkConnectedOverlay,
  CdkOverlayOrigin,
  type ConnectedPosition,
} from '@angular/cdk/overlay';
import {
  booleanAttribute,
  Component,
  computed,
  ElementRef,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { Icon, type IconName } from '@tidemark/web/ui';

export interface FilterOption<T> {
  value: T;
  label: string;
  icon?: IconName;
}

/** Below the chip, and above it where there is no room. */
export const BELOW: ConnectedPosition[] = [
  { originX: 'start', originY: 'bottom', overlayX: 'start', overlayY: 'top', offsetY: 6 },
  { originX: 'start', originY: 'top', overlayX: 'start', overlayY: 'bottom', offsetY: -6 },
];

/** One filter as a chip: says what is chosen, opens the list to choose from (typing finds), and can be taken away. */
@Component({
  selector: 'tm-filter-picker',
  imports: [CdkConnectedOverlay, CdkListbox, CdkOption, CdkOverlayOrigin, Icon],
  templateUrl: './filter-picker.html',
  styleUrls: ['./filter-chip.css', './filter-picker.css'],
})
export class FilterPicker<T extends string | number> {
  readonly label = input.required<string>();
  readonly options = input.required<readonly FilterOption<T>[]>();
  readonly chosen = input.required<readonly T[]>();
  /** Several can be chosen, and the list stays open for it. */
  readonly multiple = input(false, { transform: booleanAttribute });
  readonly picked = output<T[]>();

  private readonly button = viewChild.required<ElementRef<HTMLElement>>('button');
  private readonly listbox = viewChild(CdkListbox);
  protected readonly isOpen = signal(false);
  protected readonly positions = BELOW;

  /** The list refuses what it does not have, such as a project that is gone. */
  protected readonly known = computed(() =>
    this.chosen().filter((value) => this.options().some((option) => option.value === value)),
  );

  /** "Tasks", "Tasks +2", "#7" for what has no name here. */
  protected readonly summary = computed(() => {
    const [first, ...others] = this.chosen();
    if (first === undefined) return '';
    const name = this.options().find(({ value }) => value === first)?.label ?? `#${first}`;
    return others.length > 0 ? `${name} +${others.length}` : name;
  });

  /** Moves the focus to the chip. */
  focus(): void {
    this.button().nativeElement.focus();
  }

  protected choose(values: readonly T[]): void {
    this.picked.emit([...values]);
    if (!this.multiple()) this.close();
  }

  protected focusList(): void {
    this.listbox()?.focus();
  }

  protected close(): void {
    this.isOpen.set(false);
    this.focus();
  }
}
