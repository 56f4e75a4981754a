import { inject, Service } from '@angular/core';
import type { ClientView } from '@tidemark/contracts';
import { ConfirmDialog, FormDialogs, Toast, toProblem } from '@tidemark/web/ui';
import { firstValueFrom, type Observable } from 'rxjs';
import { WorkChanges } from '../shared/work-changes';
import { ClientDialog, type ClientDialogData } from './client-dialog';
import { ClientsApi } from './clients-api';

/** What administrators do with clients, with everything that is asked and said on the way. */
@Service()
export class ClientActions {
  private readonly api = inject(ClientsApi);
  private readonly dialogs = inject(FormDialogs);
  private readonly confirm = inject(ConfirmDialog);
  private readonly toast = inject(Toast);
  private readonly changes = inject(WorkChanges);

  async edit(client?: ClientView): Promise<void> {
    const saved = await this.dialogs.open<ClientView, ClientDialogData>(ClientDialog, { client });
    if (!saved) return;
    this.changes.tell('clients');
    if (!client) this.toast.show(`Added “${saved.name}”`);
  }

  async archive({ id, name }: ClientView): Promise<void> {
    await this.run(this.api.archive(id), `Archived “${name}”`);
  }

  async unarchive({ id, name }: ClientView): Promise<void> {
    await this.run(this.api.unarchive(id), `“${name}” is back`);
  }

  async remove({ id, name }: ClientView): Promise<void> {
    const confirmed = await this.confirm.ask({
      title: `Delete “${name}”?`,
      text: 'A client with projects cannot be deleted: archive it instead.',
      action: 'Delete',
      danger: true,
    });
    if (confirmed) await this.run(this.api.delete(id), `Deleted “${name}”`);
  }

  private async run(request: Observable<unknown>, done: string): Promise<void> {
    try {
      await firstValueFrom(request);
      this.changes.tell('clients');
      this.toast.show(done);
    } catch (error) {
      this.toast.problem(toProblem(error));
    }
  }
}
