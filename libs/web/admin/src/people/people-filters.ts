import {
  Component,
  effect,
  type ElementRef,
  inject,
  input,
  output,
  untracked,
  viewChild,
} from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { FormControl, FormGroup, ReactiveFormsModule } from '@angular/forms';
import { type Role, ROLES } from '@tidemark/contracts';
import { Choice, type ChoiceOption, Field, FieldControl, Hotkeys, Icon } from '@tidemark/web/ui';
import { debounceTime, distinctUntilChanged, map } from 'rxjs';
import type { ActiveFilter, PeopleList } from './people-query';
import { ROLE_NAMES } from './role-names';

const TYPED_MS = 250;
const SHOW_OPTIONS: ChoiceOption<ActiveFilter>[] = [
  { value: 'active', label: 'Active' },
  { value: 'inactive', label: 'Deactivated' },
  { value: 'all', label: 'All' },
];

/** Search, role, and active or not. */
@Component({
  selector: 'tm-people-filters',
  imports: [Choice, Field, FieldControl, Icon, ReactiveFormsModule],
  templateUrl: './people-filters.html',
  styleUrl: './people-filters.css',
})
export class PeopleFilters {
  readonly list = input.required<PeopleList>();
  readonly filtered = input.required<boolean>();
  readonly changed = output<Partial<PeopleList>>();
  readonly cleared = output();

  protected readonly shows = SHOW_OPTIONS;
  protected readonly roles = ROLES.map((role) => ({ role, label: ROLE_NAMES[role].label }));
  protected readonly form = new FormGroup({
    q: new FormControl('', { nonNullable: true }),
    role: new FormControl<Role | ''>('', { nonNullable: true }),
    show: new FormControl<ActiveFilter>('active', { nonNullable: true }),
  });

  private readonly search = viewChild.required<ElementRef<HTMLInputElement>>('search');

  constructor() {
    const run = () => this.search().nativeElement.focus();
    inject(Hotkeys).register({ key: '/', label: 'Search', run });
    effect(() => {
      const { q, role, show } = this.list();
      untracked(() => this.take(q, role, show));
    });
    const { q, role, show } = this.form.controls;
    role.valueChanges
      .pipe(takeUntilDestroyed())
      .subscribe((value) => this.changed.emit({ role: value }));
    show.valueChanges
      .pipe(takeUntilDestroyed())
      .subscribe((value) => this.changed.emit({ show: value }));
    q.valueChanges
      .pipe(
        debounceTime(TYPED_MS),
        map((typed) => typed.trim()),
        distinctUntilChanged(),
        takeUntilDestroyed(),
      )
      .subscribe((value) => this.changed.emit({ q: value }));
  }

  /** Back and "Clear" change the address: the controls follow, without telling it again. */
  private take(q: string, role: Role | '', show: ActiveFilter): void {
    if (this.form.controls.q.value.trim() !== q) this.form.patchValue({ q }, { emitEvent: false });
    this.form.patchValue({ role, show }, { emitEvent: false });
  }
}
