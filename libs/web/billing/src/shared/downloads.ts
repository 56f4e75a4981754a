import { DOCUMENT } from '@angular/common';
import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import { Toast, toProblem } from '@tidemark/web/ui';
import { firstValueFrom } from 'rxjs';

/** Documents that only somebody signed in may have: a link alone would carry no token. */
@Service()
export class Downloads {
  private readonly http = inject(HttpClient);
  private readonly document = inject(DOCUMENT);
  private readonly toast = inject(Toast);

  /** Hands the file to the browser under that name; what goes wrong is said. */
  async save(url: string, name: string): Promise<void> {
    try {
      this.hand(await firstValueFrom(this.http.get(url, { responseType: 'blob' })), name);
    } catch (error) {
      this.toast.problem(toProblem(error));
    }
  }

  private hand(file: Blob, name: string): void {
    const link = this.document.createElement('a');
    link.href = URL.createObjectURL(file);
    link.download = name;
    link.click();
    // The browser has taken it by the time anything else runs.
    setTimeout(() => URL.revokeObjectURL(link.href));
  }
}
