import { Component, ElementRef, inject, model, signal, viewChild } from '@angular/core';
import { MAX_IMPORT_BYTES } from '@tidemark/contracts';
import { Icon, Toast, toProblem } from '@tidemark/web/ui';
import { firstValueFrom } from 'rxjs';
import { ProjectsApi } from '../projects/projects-api';
import { exampleCsv } from './import-words';

/** Where the lines come from: a file that is dropped or chosen, or a text that is pasted; either can be mended here. */
@Component({
  selector: 'tm-import-source',
  imports: [Icon],
  templateUrl: './import-source.html',
  styleUrl: './import-source.css',
})
export class ImportSource {
  private readonly projects = inject(ProjectsApi);
  private readonly toast = inject(Toast);
  private readonly picker = viewChild.required<ElementRef<HTMLInputElement>>('picker');

  /** Text, or bytes that are none: the server says what is wrong with those. */
  readonly source = model<string | Blob>('');

  protected readonly name = signal('');
  protected readonly isOver = signal(false);
  protected readonly refusal = signal('');

  protected text(): string {
    const source = this.source();
    return typeof source === 'string' ? source : '';
  }

  protected typed(event: Event): void {
    if (!(event.target instanceof HTMLTextAreaElement)) return;
    this.refusal.set('');
    this.source.set(event.target.value);
  }

  protected picked(): void {
    const { nativeElement: input } = this.picker();
    void this.take(input.files?.[0]);
    // So that the same file can be chosen again after it was changed.
    input.value = '';
  }

  protected over(event: DragEvent): void {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.isOver.set(true);
  }

  protected dropped(event: DragEvent): void {
    event.preventDefault();
    this.isOver.set(false);
    void this.take(event.dataTransfer?.files[0]);
  }

  protected async saveExample(): Promise<void> {
    try {
      const page = await firstValueFrom(this.projects.list({ status: 'active', limit: 1 }));
      save(exampleCsv(page.projects[0]), 'time-entries.csv');
    } catch (error) {
      this.toast.problem(toProblem(error));
    }
  }

  private async take(file: File | undefined): Promise<void> {
    if (!file) return;
    const refusal = unusable(file);
    this.refusal.set(refusal);
    if (refusal) return;
    try {
      const bytes = await file.arrayBuffer();
      this.source.set(textOf(bytes) ?? file);
      this.name.set(file.name);
    } catch {
      // A folder, or one that was moved away meanwhile.
      this.refusal.set(`“${file.name}” cannot be read`);
    }
  }
}

/** Why a file is not taken; empty for one that is. */
function unusable({ name, size }: File): string {
  if (size === 0) return `“${name}” is empty`;
  return size > MAX_IMPORT_BYTES ? `“${name}” has more than 2 MB: divide it` : '';
}

/** Null for what is no UTF-8. */
function textOf(bytes: ArrayBuffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function save(text: string, name: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv' }));
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  URL.revokeObjectURL(url);
}
