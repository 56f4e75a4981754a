import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { Me } from '@tidemark/contracts';
import { SessionStore } from '@tidemark/web/session';
import { aViewer } from '../testing/a-viewer';
import { Directory } from './directory';

const projects = () => TestBed.inject(Directory).projects();
const request = () =>
  TestBed.inject(HttpTestingController).expectOne(({ url }) => url === '/api/projects');

async function start(me: () => Me | null): Promise<void> {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      { provide: SessionStore, useValue: { me } },
    ],
  });
  TestBed.inject(Directory).wantProjects();
  TestBed.tick();
  request().flush({ projects: [{ id: 1, name: 'Secret merger' }] });
  await settle();
}

async function settle(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve));
  TestBed.tick();
}

it('keeps the names it has while the profile changes', async () => {
  const me = signal<Me | null>(aViewer());
  await start(me);
  me.set(aViewer({ display_name: 'Ana P.' }));
  await settle();

  expect(projects().map(({ name }) => name)).toEqual(['Secret merger']);
});

it('shows nobody the names that were loaded for somebody else, not even when the own ones fail to load', async () => {
  const me = signal<Me | null>(aViewer());
  await start(me);
  expect(projects()).toHaveLength(1);
  me.set(null);
  await settle();
  me.set(aViewer({ id: 2 }));
  await settle();
  expect(projects()).toEqual([]);

  request().flush('', { status: 503, statusText: 'Service Unavailable' });
  await settle();
  expect(projects()).toEqual([]);
});
