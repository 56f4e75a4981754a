import { Component, computed, inject, input } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import {
  type MemberView,
  PROJECT_ROLES,
  type ProjectRole,
  type ProjectView,
} from '@tidemark/contracts';
import { SessionStore } from '@tidemark/web/session';
import {
  Avatar,
  ConfirmDialog,
  EmptyState,
  ErrorState,
  Icon,
  loaded,
  Skeleton,
  Toast,
  toProblem,
} from '@tidemark/web/ui';
import { firstValueFrom } from 'rxjs';
import { PersonChoices } from '../people/person-choices';
import { Picker, saving } from '@tidemark/web/ui/pages';
import { WorkChanges } from '../shared/work-changes';
import { ProjectsApi } from './projects-api';

/** Who is in a project; those who manage it add people, change what they are, and take them out. */
@Component({
  selector: 'tm-project-members',
  imports: [Avatar, EmptyState, ErrorState, Icon, Picker, ReactiveFormsModule, Skeleton],
  templateUrl: './project-members.html',
  styleUrl: './project-members.css',
})
export class ProjectMembers {
  private readonly api = inject(ProjectsApi);
  private readonly confirm = inject(ConfirmDialog);
  private readonly toast = inject(Toast);
  private readonly changes = inject(WorkChanges);
  private readonly session = inject(SessionStore);
  protected readonly people = inject(PersonChoices);

  readonly project = input.required<ProjectView>();

  protected readonly roles = PROJECT_ROLES;
  protected readonly roleLabels: Record<ProjectRole, string> = { lead: 'Lead', member: 'Member' };
  private readonly projectId = computed(() => this.project().id);
  protected readonly loaded = loaded(this.projectId, (id) => this.api.members(id));
  protected readonly members = computed(() => this.loaded.value()?.members);

  protected readonly form = new FormGroup({
    user_id: new FormControl<number | null>(null, Validators.required),
    role: new FormControl<ProjectRole>('member', { nonNullable: true }),
  });
  protected readonly saving = saving(this.form);

  protected async add(): Promise<void> {
    const { user_id, role } = this.form.getRawValue();
    const added = await this.saving.save(() =>
      this.api.addMember(this.projectId(), { user_id: user_id ?? 0, role }),
    );
    if (!added) return;
    this.form.reset();
    this.toast.show(`Added ${added.display_name}`);
    this.changed();
  }

  protected async setRole(member: MemberView, role: ProjectRole): Promise<void> {
    this.show(member.id, { role });
    try {
      await firstValueFrom(this.api.setRole(this.projectId(), member.id, role));
      this.changed();
    } catch (error) {
      this.show(member.id, { role: member.role });
      this.toast.problem(toProblem(error));
    }
  }

  protected async remove(member: MemberView): Promise<void> {
    const self = member.id === this.session.me()?.id;
    const confirmed = await this.confirm.ask({
      title: self ? 'Leave this project?' : `Remove ${member.display_name}?`,
      text: self
        ? `You will no longer see “${this.project().name}”. Your time on it stays.`
        : `They will no longer see “${this.project().name}”. Their time on it stays.`,
      action: self ? 'Leave' : 'Remove',
      danger: true,
    });
    if (!confirmed) return;
    try {
      await firstValueFrom(this.api.removeMember(this.projectId(), member.id));
      this.toast.show(`Removed ${member.display_name}`);
      this.changed();
    } catch (error) {
      this.toast.problem(toProblem(error));
    }
  }

  private show(id: number, change: Partial<MemberView>): void {
    this.loaded.value.update(
      (page) =>
        page && {
          ...page,
          members: page.members.map((one) => (one.id === id ? { ...one, ...change } : one)),
        },
    );
  }

  private changed(): void {
    this.loaded.reload();
    this.changes.tell('projects');
  }
}
