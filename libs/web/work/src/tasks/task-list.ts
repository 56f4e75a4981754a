import { Component, computed, inject, input } from '@angular/core';
import type { ProjectView, TaskStatus, TaskView } from '@tidemark/contracts';
import { SessionStore } from '@tidemark/web/session';
import { ariaSort, dayIn, EmptyState, Icon, loaded, Now, SortButton } from '@tidemark/web/ui';
import { PersonChoices } from '../people/person-choices';
import { ProjectChoices } from '../projects/project-choices';
import {
  FilterBar,
  FilterPicker,
  FilterSelect,
  keepToPages,
  Listing,
  SearchBox,
  Selection,
  SelectStart,
  urlQuery,
} from '@tidemark/web/ui/pages';
import { TaskBulk } from '../bulk/task-bulk';
import { Rights } from '../shared/rights';
import { WorkChanges } from '../shared/work-changes';
import { TaskActions } from './task-actions';
import {
  DUE_OPTIONS,
  PRIORITY_OPTIONS,
  STATUS_OPTIONS,
  TASK_FILTERS,
  taskFilters,
} from './task-filters';
import { groupByStatus } from './task-groups';
import { TaskRow } from './task-row';
import { TASK_STATUS_LABELS } from './task-words';
import { TasksApi } from './tasks-api';

/** Tasks of one project or of all, with their filters in the address. */
@Component({
  selector: 'tm-task-list',
  imports: [
    EmptyState,
    FilterBar,
    FilterPicker,
    FilterSelect,
    Icon,
    Listing,
    SearchBox,
    SelectStart,
    SortButton,
    TaskBulk,
    TaskRow,
  ],
  templateUrl: './task-list.html',
  styleUrls: ['../../../ui/src/lists/list-page.css', './task-list.css'],
})
export class TaskList {
  private readonly api = inject(TasksApi);
  private readonly changes = inject(WorkChanges);
  private readonly session = inject(SessionStore);
  private readonly now = inject(Now);
  protected readonly actions = inject(TaskActions);
  protected readonly people = inject(PersonChoices);
  protected readonly projects = inject(ProjectChoices);
  protected readonly rights = inject(Rights);
  protected readonly url = urlQuery();

  /** The only one whose tasks are listed; all without. */
  readonly project = input<ProjectView>();

  private readonly today = computed(() => dayIn(this.session.zone(), this.now.everyMinute()));
  protected readonly filters = taskFilters(this.url, this.today, () => this.session.me()?.id);
  protected readonly statusOptions = STATUS_OPTIONS;
  protected readonly priorityOptions = PRIORITY_OPTIONS;
  protected readonly dueOptions = DUE_OPTIONS;
  protected readonly statusLabels = TASK_STATUS_LABELS;
  protected readonly ariaSort = ariaSort;

  protected readonly active = computed(
    () => TASK_FILTERS.filter((name) => this.url.text(name) !== undefined).length,
  );
  protected readonly isFiltered = computed(() => this.active() > 0 || this.filters.text() !== '');
  protected readonly canAdd = computed(
    () => this.rights.canWork() && this.project()?.status !== 'archived',
  );

  protected readonly loaded = loaded(
    () => ({
      query: { ...this.filters.query(), ...this.inProject() },
      version: this.changes.count('tasks'),
    }),
    ({ query }) => this.api.list(query),
  );
  protected readonly groups = computed(() => {
    const tasks = this.loaded.value()?.tasks ?? [];
    const byStatus = ['status', '-status'].includes(this.filters.sort());
    return byStatus ? groupByStatus(tasks) : [{ status: undefined, tasks }];
  });

  protected readonly selection = new Selection(
    computed(() => (this.canAdd() ? this.groups().flatMap(({ tasks }) => tasks) : [])),
  );

  constructor() {
    keepToPages(this.url, this.loaded.value);
  }

  protected filter(name: string, value: string | number | undefined): void {
    this.url.set({ [name]: value }, { replace: name === 'q' });
  }

  protected clear(): void {
    this.url.clear(...TASK_FILTERS, 'q');
  }

  protected create(): void {
    const project = this.project();
    void this.actions.create(
      project && { id: project.id, name: project.name, color: project.color },
    );
  }

  /** At once, where it stands; in its new place with the next look at the list. */
  protected async setStatus(task: TaskView, status: TaskStatus): Promise<void> {
    if (task.status === status) return;
    this.show({ ...task, status });
    if (await this.actions.setStatus(task, status)) this.changes.tell('tasks');
    else this.show(task);
  }

  private inProject() {
    const project = this.project();
    return project && { project_id: project.id };
  }

  private show(task: TaskView): void {
    this.loaded.value.update(
      (page) =>
        page && { ...page, tasks: page.tasks.map((one) => (one.id === task.id ? task : one)) },
    );
  }
}
