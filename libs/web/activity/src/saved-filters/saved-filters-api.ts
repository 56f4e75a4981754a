import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { SavedFilterPage, SavedFilterView, SaveSavedFilter } from '@tidemark/contracts';
import { firstValueFrom } from 'rxjs';

const URL = '/api/saved-filters';

@Service()
export class SavedFiltersApi {
  private readonly http = inject(HttpClient);

  /** The own ones and those for everybody, by name. */
  list(): Promise<SavedFilterPage> {
    return firstValueFrom(this.http.get<SavedFilterPage>(URL, { params: { limit: 100 } }));
  }

  create(filter: SaveSavedFilter): Promise<SavedFilterView> {
    return firstValueFrom(this.http.post<SavedFilterView>(URL, filter));
  }

  update(id: number, filter: Partial<SaveSavedFilter>): Promise<SavedFilterView> {
    return firstValueFrom(this.http.patch<SavedFilterView>(`${URL}/${id}`, filter));
  }

  delete(id: number): Promise<unknown> {
    return firstValueFrom(this.http.delete(`${URL}/${id}`));
  }
}
