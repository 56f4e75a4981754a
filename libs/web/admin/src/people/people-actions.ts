import { inject, Service } from '@angular/core';
import type { Invitation, UserView } from '@tidemark/contracts';
import { ConfirmDialog, Dialogs, Toast, toProblem } from '@tidemark/web/ui';
import { firstValueFrom } from 'rxjs';
import { PeopleApi } from './people-api';
import type { PersonDialog, PersonSaved } from './person-dialog';

/** What can be done to a person, each with its dialog. Every action answers whether something has changed. */
@Service()
export class PeopleActions {
  private readonly api = inject(PeopleApi);
  private readonly confirm = inject(ConfirmDialog);
  private readonly toast = inject(Toast);
  private readonly dialogs = inject(Dialogs);

  async create(): Promise<boolean> {
    const invited = await this.openPerson(undefined);
    if (invited?.invitation) await this.showLink(invited.user, invited.invitation);
    return invited !== undefined;
  }

  async edit(person: UserView): Promise<boolean> {
    const saved = await this.openPerson(person);
    if (saved) this.toast.show(`Saved ${saved.user.display_name}`);
    return saved !== undefined;
  }

  async invite(person: UserView): Promise<boolean> {
    const agreed = await this.confirm.ask({
      title: `New link for ${person.display_name}?`,
      text: 'It lets them choose a password, once. A link made before stops working.',
      action: 'Make link',
    });
    return (
      agreed !== undefined &&
      this.attempt(async () => {
        await this.showLink(person, await this.api.invite(person.id));
      })
    );
  }

  async deactivate(person: UserView): Promise<boolean> {
    const agreed = await this.confirm.ask({
      title: `Deactivate ${person.display_name}?`,
      text: 'They are signed out at once and cannot sign in. Their time and their activities stay.',
      action: 'Deactivate',
      danger: true,
    });
    return agreed !== undefined && this.setActive(person, false);
  }

  async reactivate(person: UserView): Promise<boolean> {
    const agreed = await this.confirm.ask({
      title: `Reactivate ${person.display_name}?`,
      text: 'They can sign in again with their password.',
      action: 'Reactivate',
    });
    return agreed !== undefined && this.setActive(person, true);
  }

  private setActive(person: UserView, isActive: boolean): Promise<boolean> {
    return this.attempt(async () => {
      await this.api.save(person.id, { is_active: isActive });
      this.toast.show(`${isActive ? 'Reactivated' : 'Deactivated'} ${person.display_name}`);
    });
  }

  private async attempt(task: () => Promise<void>): Promise<boolean> {
    try {
      await task();
      return true;
    } catch (error) {
      this.toast.problem(toProblem(error));
      return false;
    }
  }

  private async openPerson(person: UserView | undefined) {
    const opened = await this.dialogs.open<PersonDialog, UserView | null, PersonSaved>(
      import('./person-dialog').then((module) => module.PersonDialog),
      { data: person ?? null, width: '440px' },
    );
    return opened && firstValueFrom(opened.afterClosed());
  }

  private async showLink(person: UserView, invitation: Invitation): Promise<void> {
    const opened = await this.dialogs.open(
      import('./invitation-dialog').then((module) => module.InvitationDialog),
      { data: { person, invitation }, width: '480px' },
    );
    if (opened) await firstValueFrom(opened.afterClosed());
  }
}
