import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { DateOrder, ImportColumn, TimeImport } from '@tidemark/contracts';
import { toParams } from '@tidemark/web/ui';
import type { Observable } from 'rxjs';

/** A file, and how it is to be read. */
export interface ImportRequest {
  file: string | Blob;
  dateOrder?: DateOrder;
  leftOut: readonly ImportColumn[];
}

@Service()
export class ImportApi {
  private readonly http = inject(HttpClient);

  /** What an import would do. Stores nothing. */
  preview(request: ImportRequest): Observable<TimeImport> {
    return this.send(request, true);
  }

  /** Stores all lines, or none. */
  import(request: ImportRequest): Observable<TimeImport> {
    return this.send(request);
  }

  private send({ file, dateOrder, leftOut }: ImportRequest, dry_run?: true) {
    const params = toParams({ dry_run, date_order: dateOrder, ignore: leftOut.join(',') });
    const headers = { 'Content-Type': 'text/csv' };
    return this.http.post<TimeImport>('/api/time-entries/import', file, { params, headers });
  }
}
