import {
  afterNextRender,
  Component,
  computed,
  ElementRef,
  inject,
  Injector,
  input,
  signal,
} from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import { ReactiveFormsModule } from '@angular/forms';
import { MAX_INVOICE_LINES } from '@tidemark/contracts';
import { Field, FieldControl, Icon } from '@tidemark/web/ui';
import { startWith, switchMap } from 'rxjs';
import { formatMoney } from '../shared/format-money';
import { type InvoiceForm, type LineForm, lineForm } from './invoice-form';

/** The lines of an invoice that is being written: by mouse, by touch, or by the keyboard alone. */
@Component({
  selector: 'tm-line-rows',
  imports: [Field, FieldControl, Icon, ReactiveFormsModule],
  templateUrl: './line-rows.html',
  styleUrl: './line-rows.css',
  host: {
    '(keydown.alt.arrowup)': 'moveByKey($event, -1)',
    '(keydown.alt.arrowdown)': 'moveByKey($event, 1)',
  },
})
export class LineRows {
  private readonly injector = inject(Injector);
  private readonly element: HTMLElement = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  readonly form = input.required<InvoiceForm>();
  /** Of each line, in its order; undefined where it cannot be counted yet. */
  readonly amounts = input.required<readonly (string | undefined)[]>();
  readonly currency = input.required<string>();

  private readonly changed = toSignal(
    toObservable(this.form).pipe(
      switchMap((form) => form.controls.lines.events.pipe(startWith(undefined))),
    ),
    { equal: () => false },
  );
  protected readonly rows = computed(() => {
    this.changed();
    return [...this.form().controls.lines.controls];
  });
  protected readonly isFull = computed(() => this.rows().length >= MAX_INVOICE_LINES);
  /** Spoken after a line has moved or gone. */
  protected readonly news = signal('');

  protected amount(row: number): string {
    const amount = this.amounts()[row];
    return amount === undefined ? '–' : formatMoney(amount, this.currency());
  }

  protected add(): void {
    const { lines } = this.form().controls;
    lines.push(lineForm(this.form()));
    this.focus(lines.length - 1, 'description');
  }

  protected remove(row: number): void {
    const { lines } = this.form().controls;
    lines.removeAt(row);
    lines.markAsDirty();
    if (lines.length === 0) lines.push(lineForm(this.form()));
    this.news.set(`Line ${row + 1} is gone`);
    this.focus(Math.min(row, lines.length - 1), 'description');
  }

  protected move(line: LineForm, by: 1 | -1): void {
    const { lines } = this.form().controls;
    const from = lines.controls.indexOf(line);
    const to = from + by;
    if (to < 0 || to >= lines.length) return;
    const focused = this.focusedControl();
    lines.removeAt(from, { emitEvent: false });
    lines.insert(to, line);
    lines.markAsDirty();
    this.news.set(`Line ${from + 1} is now line ${to + 1}`);
    this.focus(to, focused);
  }

  /** A description is one line; Enter chooses the word while one is composed. */
  protected onToQuantity(event: Event, row: number): void {
    if ((event as KeyboardEvent).isComposing) return;
    event.preventDefault();
    this.focus(row, 'quantity');
  }

  /** Enter goes on to the next line instead of saving what is half written. */
  protected next(event: Event, row: number): void {
    event.preventDefault();
    if (row + 1 < this.form().controls.lines.length) this.focus(row + 1, 'description');
    else if (!this.isFull()) this.add();
  }

  /** The line in which the key was pressed. */
  protected moveByKey(event: Event, by: 1 | -1): void {
    const items = [...this.element.querySelectorAll('li')];
    const row = items.findIndex((item) => item.contains(event.target as Node));
    const line = this.rows()[row];
    if (!line) return;
    event.preventDefault();
    this.move(line, by);
  }

  /** Which part of a line has the focus, so that it has it again where the line goes. */
  private focusedControl(): string {
    const active = this.element.ownerDocument.activeElement;
    return (active instanceof HTMLElement && active.dataset['part']) || 'description';
  }

  private focus(row: number, part: string): void {
    const find = () => {
      const parts = this.element.querySelectorAll<HTMLElement>(`[data-part='${part}']`);
      const wanted = parts[row];
      const isOff = wanted instanceof HTMLButtonElement && wanted.disabled;
      if (isOff) this.focus(row, 'description');
      else wanted?.focus();
    };
    afterNextRender({ read: find }, { injector: this.injector });
  }
}
