import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type {
  OpenPeriod,
  PeriodPage,
  PeriodQuery,
  ReviewedPeriodView,
  SaveSettings,
  SettingsView,
} from '@tidemark/contracts';
import { toParams } from '@tidemark/web/ui';
import { firstValueFrom, type Observable } from 'rxjs';

/** Settings and months of the organisation. */
@Service()
export class SettingsApi {
  private readonly http = inject(HttpClient);

  read(): Observable<SettingsView> {
    return this.http.get<SettingsView>('/api/settings');
  }

  save(changes: SaveSettings): Promise<SettingsView> {
    return firstValueFrom(this.http.patch<SettingsView>('/api/settings', changes));
  }

  periods(query: PeriodQuery): Observable<PeriodPage> {
    return this.http.get<PeriodPage>('/api/periods', { params: toParams(query) });
  }

  close(month: string): Promise<ReviewedPeriodView> {
    return firstValueFrom(this.http.post<ReviewedPeriodView>(`/api/periods/${month}/close`, {}));
  }

  open(month: string, body: OpenPeriod): Promise<ReviewedPeriodView> {
    return firstValueFrom(this.http.post<ReviewedPeriodView>(`/api/periods/${month}/open`, body));
  }
}
