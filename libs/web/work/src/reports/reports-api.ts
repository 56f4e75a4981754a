import { HttpClient, HttpErrorResponse, type HttpResponse } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { TimeReport, TimeReportQuery } from '@tidemark/contracts';
import { toParams } from '@tidemark/web/ui';
import { catchError, from, map, type Observable, switchMap } from 'rxjs';

export type ReportFile = 'time' | 'entries';

/** A file as the server names it. */
export interface NamedFile {
  name: string;
  content: Blob;
}

@Service()
export class ReportsApi {
  private readonly http = inject(HttpClient);

  time(query: TimeReportQuery): Observable<TimeReport> {
    return this.http.get<TimeReport>('/api/reports/time', { params: toParams(query) });
  }

  /** The rows of the report, or the single entries behind it, for a spreadsheet. */
  file(which: ReportFile, query: TimeReportQuery): Observable<NamedFile> {
    return this.http
      .get(`/api/reports/${which}.csv`, {
        params: toParams(query),
        responseType: 'blob',
        observe: 'response',
      })
      .pipe(
        map((answer) => ({ name: nameOf(answer) ?? `${which}.csv`, content: contentOf(answer) })),
        catchError((error: unknown) =>
          from(readable(error)).pipe(
            switchMap((read) => {
              throw read;
            }),
          ),
        ),
      );
  }
}

const contentOf = ({ body }: HttpResponse<Blob>): Blob => body ?? new Blob();

function nameOf({ headers }: HttpResponse<Blob>): string | undefined {
  return /filename="([\w.-]+)"/.exec(headers.get('content-disposition') ?? '')?.[1];
}

/** Where a file was asked for, the problem comes as a file too. */
async function readable(error: unknown): Promise<unknown> {
  if (!(error instanceof HttpErrorResponse) || !(error.error instanceof Blob)) return error;
  const text = await error.error.text();
  const { status, headers } = error;
  return new HttpErrorResponse({ status, headers, error: parsed(text) });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
