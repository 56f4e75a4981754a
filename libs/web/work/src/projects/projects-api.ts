import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type {
  ArchiveProject,
  MemberPage,
  MemberView,
  ProjectPage,
  ProjectQuery,
  ProjectRole,
  ProjectView,
  SaveMember,
  SaveProject,
} from '@tidemark/contracts';
import { EMPTY, expand, map, type Observable, reduce } from 'rxjs';
import { toParams } from '@tidemark/web/ui';

@Service()
export class ProjectsApi {
  private readonly http = inject(HttpClient);

  list(query: ProjectQuery): Observable<ProjectPage> {
    return this.http.get<ProjectPage>('/api/projects', { params: toParams(query) });
  }

  get(id: number): Observable<ProjectView> {
    return this.http.get<ProjectView>(`/api/projects/${id}`);
  }

  create(project: SaveProject): Observable<ProjectView> {
    return this.http.post<ProjectView>('/api/projects', project);
  }

  update(id: number, project: Partial<SaveProject>): Observable<ProjectView> {
    return this.http.patch<ProjectView>(`/api/projects/${id}`, project);
  }

  delete(id: number): Observable<unknown> {
    return this.http.delete(`/api/projects/${id}`);
  }

  archive(id: number, { reason }: ArchiveProject = {}): Observable<ProjectView> {
    return this.http.post<ProjectView>(`/api/projects/${id}/archive`, reason ? { reason } : {});
  }

  unarchive(id: number): Observable<ProjectView> {
    return this.http.post<ProjectView>(`/api/projects/${id}/unarchive`, {});
  }

  setFavorite(id: number, favorite: boolean): Observable<unknown> {
    const url = `/api/projects/${id}/favorite`;
    return favorite ? this.http.put(url, {}) : this.http.delete(url);
  }

  /** All of them, page by page. */
  members(id: number): Observable<Pick<MemberPage, 'members'>> {
    const page = (number: number) =>
      this.http.get<MemberPage>(`/api/projects/${id}/members`, {
        params: toParams({ limit: 100, page: number }),
      });
    return page(1).pipe(
      expand(({ has_next, current_page }) => (has_next ? page(current_page + 1) : EMPTY)),
      reduce((all: MemberView[], { members }) => [...all, ...members], []),
      map((members) => ({ members })),
    );
  }

  addMember(id: number, member: SaveMember): Observable<MemberView> {
    return this.http.post<MemberView>(`/api/projects/${id}/members`, member);
  }

  setRole(id: number, userId: number, role: ProjectRole): Observable<MemberView> {
    return this.http.patch<MemberView>(`/api/projects/${id}/members/${userId}`, { role });
  }

  removeMember(id: number, userId: number): Observable<unknown> {
    return this.http.delete(`/api/projects/${id}/members/${userId}`);
  }
}
