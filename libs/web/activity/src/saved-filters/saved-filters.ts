import { Component, computed, inject } from '@angular/core';
import type { SavedFilterView } from '@tidemark/contracts';
import { SessionStore } from '@tidemark/web/session';
import {
  ConfirmDialog,
  Dialogs,
  Icon,
  type MenuItem,
  MenuTrigger,
  Toast,
  toProblem,
} from '@tidemark/web/ui';
import { firstValueFrom } from 'rxjs';
import { readFilter, writeFilter } from '../filter/filter-codec';
import { PageFilters } from '../filter/page-filters';
import type { SaveFilterData, SaveFilterDialog } from './save-filter-dialog';
import { isSame, SavedFiltersStore } from './saved-filters-store';

/** The saved views of the activity page: one press puts the filter into the address. */
@Component({
  selector: 'tm-saved-filters',
  imports: [Icon, MenuTrigger],
  templateUrl: './saved-filters.html',
  styleUrls: ['../filter-bar/filter-chip.css', './saved-filters.css'],
})
export class SavedFilters {
  private readonly filters = inject(PageFilters);
  private readonly store = inject(SavedFiltersStore);
  private readonly confirm = inject(ConfirmDialog);
  private readonly toast = inject(Toast);
  private readonly me = inject(SessionStore).me;
  private readonly dialogs = inject(Dialogs);

  protected readonly problem = this.store.problem;
  protected readonly views = computed(() => {
    const filter = this.filters.filter();
    return this.store.all().map((saved) => ({ saved, isShown: isSame(filter, saved) }));
  });
  /** What is filtered by has no name yet. Auditors change nothing, not even this. */
  protected readonly canSave = computed(
    () =>
      this.filters.count() > 0 &&
      this.me()?.role !== 'auditor' &&
      !this.views().some(({ isShown, saved }) => isShown && saved.can_edit),
  );

  protected show({ filter }: SavedFilterView): void {
    this.filters.set(readFilter(filter));
  }

  protected hint({ scope, can_edit, display_name }: SavedFilterView): string {
    if (can_edit) return scope === 'everybody' ? ', for everybody' : '';
    return `, by ${display_name}`;
  }

  protected reload(): void {
    this.store.reload();
  }

  protected async save(): Promise<void> {
    const saved = await this.open({ filter: writeFilter(this.filters.filter()) });
    if (saved) this.toast.show(`Saved “${saved.name}”`);
  }

  protected menuOf(saved: SavedFilterView): MenuItem[] {
    const isShared = saved.scope === 'everybody';
    const scope = isShared ? ('oneself' as const) : ('everybody' as const);
    const own: MenuItem[] = [
      { label: 'Rename', icon: 'pen', run: () => void this.open({ saved }) },
      {
        label: isShared ? 'Keep for myself' : 'Share with everybody',
        icon: isShared ? 'lock' : 'people',
        run: () => void this.attempt(() => this.store.update(saved.id, { scope })),
      },
    ];
    const remove: MenuItem = {
      label: 'Delete',
      icon: 'trash',
      divided: saved.can_edit,
      run: () => void this.remove(saved),
    };
    return [...(saved.can_edit ? own : []), ...(saved.can_delete ? [remove] : [])];
  }

  private async remove({ id, name, scope }: SavedFilterView): Promise<void> {
    const confirmed = await this.confirm.ask({
      title: `Delete the view “${name}”?`,
      text:
        scope === 'everybody'
          ? 'It disappears for everybody. The activities stay.'
          : 'The activities stay.',
      action: 'Delete',
      danger: true,
    });
    if (confirmed) await this.attempt(() => this.store.delete(id));
  }

  private async open(data: SaveFilterData): Promise<SavedFilterView | undefined> {
    const opened = await this.dialogs.open<SaveFilterDialog, SaveFilterData, SavedFilterView>(
      import('./save-filter-dialog').then((module) => module.SaveFilterDialog),
      { data, width: '420px' },
    );
    return opened && firstValueFrom(opened.afterClosed());
  }

  private async attempt(change: () => Promise<unknown>): Promise<void> {
    try {
      await change();
    } catch (error) {
      // It may be gone: somebody else, or another tab, was faster.
      this.toast.problem(toProblem(error));
      this.store.reload();
    }
  }
}
