import {
  afterNextRender,
  Component,
  computed,
  DestroyRef,
  type ElementRef,
  inject,
  Injector,
  signal,
  viewChild,
} from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { RouterLink } from '@angular/router';
import {
  ClockPipe,
  ErrorState,
  Icon,
  LazyPicker,
  type MenuItem,
  MenuTrigger,
  type Pickable,
  Skeleton,
  Swatch,
} from '@tidemark/web/ui';
import { ProjectChoices } from '../projects/project-choices';
import { TaskChoices } from '../tasks/task-choices';
import { TemplateActions } from '../templates/template-actions';
import { TemplateMenu } from '../templates/template-menu';
import { EntryActions } from '../time-entries/entry-actions';
import { TimerActions } from './timer-actions';
import { draftOf, type TimerDraft, titleOf } from './timer-draft';
import { type TimerForm, TimerKeeper } from './timer-keeper';
import { TimerStore } from './timer-store';
import { TimerSuggestions } from './timer-suggestions';

/** What runs, and how to stop it; or what could run, and how to start it. */
@Component({
  selector: 'tm-timer-card',
  imports: [
    ClockPipe,
    ErrorState,
    Icon,
    LazyPicker,
    MenuTrigger,
    ReactiveFormsModule,
    RouterLink,
    Skeleton,
    Swatch,
    TemplateMenu,
    TimerSuggestions,
  ],
  templateUrl: './timer-card.html',
  styleUrl: './timer-card.css',
  host: { class: 'card', '[class.running]': 'store.timer()' },
})
export class TimerCard implements TimerForm {
  protected readonly store = inject(TimerStore);
  protected readonly actions = inject(TimerActions);
  private readonly entries = inject(EntryActions);
  private readonly templates = inject(TemplateActions);
  protected readonly projects = inject(ProjectChoices);
  private readonly tasks = inject(TaskChoices);
  private readonly injector = inject(Injector);

  protected readonly form = new FormGroup({
    note: new FormControl('', { nonNullable: true }),
    project: new FormControl<number | null>(null, Validators.required),
    task: new FormControl<number | null>(null),
  });
  private readonly projectId = toSignal(this.form.controls.project.valueChanges, {
    initialValue: null,
  });
  protected readonly taskSource = computed(() => this.tasks.of(this.projectId()));
  protected readonly titleOf = titleOf;
  /** What was picked, with its name. */
  protected readonly project = signal<Pickable | undefined>(undefined);
  protected readonly task = signal<Pickable | undefined>(undefined);

  private readonly filledIn = toSignal(this.form.valueChanges, { initialValue: null });
  /** What is filled in so far, as far as a template can hold it. */
  protected readonly work = computed(() => {
    this.filledIn();
    return this.project() ? this.draft() : undefined;
  });

  /** What else can be done with the running timer. */
  protected readonly choices = computed<MenuItem[]>(() => {
    const timer = this.store.timer();
    if (!timer) return [];
    return [
      { label: 'Edit', icon: 'pen', run: () => void this.entries.edit(timer) },
      {
        label: 'Keep as a template',
        icon: 'copy',
        run: () => void this.templates.create(draftOf(timer)),
      },
      { label: 'Discard', icon: 'trash', run: () => void this.actions.discard() },
    ];
  });

  private readonly noteBox = viewChild<ElementRef<HTMLInputElement>>('note');
  private readonly projectPicker = viewChild<LazyPicker>('projectPicker');

  constructor() {
    inject(DestroyRef).onDestroy(inject(TimerKeeper).attach(this));
  }

  startOrFocus(): void {
    if (this.form.valid) void this.start();
    else this.focusNote();
  }

  /** At once where it is on screen: the next letter is meant for it. */
  private focusNote(): void {
    const box = this.noteBox()?.nativeElement;
    if (box) box.focus();
    else afterNextRender(() => this.noteBox()?.nativeElement.focus(), { injector: this.injector });
  }

  protected projectPicked(project?: Pickable): void {
    this.project.set(project);
    this.task.set(undefined);
    this.form.controls.task.setValue(null);
  }

  /** What was typed stays until the timer really runs. */
  protected async start(): Promise<void> {
    const draft = this.draft();
    if (!draft) {
      this.form.markAllAsTouched();
      this.projectPicker()?.focus();
      return;
    }
    if (await this.actions.start(draft)) this.form.reset();
  }

  private draft(): TimerDraft | undefined {
    const { note, project, task } = this.form.getRawValue();
    const picked = this.project();
    if (project === null || picked?.id !== project) return undefined;
    return {
      note: note.trim(),
      project_id: project,
      project_name: picked.name,
      project_color: picked.color ?? '',
      client_name: picked.detail ?? '',
      task_id: task,
      task_name: (task !== null && this.task()?.name) || null,
    };
  }
}
