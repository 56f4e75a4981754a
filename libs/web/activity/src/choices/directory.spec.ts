import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { computed, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { Me } from '@tidemark/contracts';
import { SessionStore } from '@tidemark/web/session';
import { aViewer } from '../testing/a-viewer';
import { Directory } from './directory';

const APOLLO = { id: 1, name: 'Apollo' };
const HERMES = { id: 250, name: 'Hermes' };
const BEN = { id: 7, display_name: 'Ben Kaya' };

function start(me = signal<Me | null>(aViewer())) {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      { provide: SessionStore, useValue: { me } },
    ],
  });
  const { nameOf } = TestBed.inject(Directory);
  const shown = computed(() => ({
    projects: [1, 250].map((id) => nameOf('project_id', id)),
    people: [7, 7].map((id) => nameOf('assigned_to', id)),
  }));
  return { me, shown };
}

const settle = () => new Promise((resolve) => setTimeout(resolve));
const asked = (path: string) =>
  TestBed.inject(HttpTestingController).match(({ url }) => url === path);

it('names whoever is spoken of, by one request for all of a moment', async () => {
  const { shown } = start();
  expect(shown().projects).toEqual([undefined, undefined]);
  await settle();
  const [projects, people] = [asked('/api/projects'), asked('/api/users')];
  expect(projects.map(({ request }) => request.params.get('id'))).toEqual(['1,250']);
  expect(people.map(({ request }) => request.params.get('id'))).toEqual(['7']);

  projects[0]?.flush({ projects: [HERMES, APOLLO] });
  people[0]?.flush({ users: [BEN] });
  expect(shown()).toEqual({
    projects: ['Apollo', 'Hermes'],
    people: ['Ben Kaya', 'Ben Kaya'],
  });
});

it('does not ask again for what the viewer may not know of', async () => {
  const { shown } = start();
  shown();
  await settle();
  asked('/api/projects')[0]?.flush({ projects: [APOLLO] });
  expect(shown().projects).toEqual(['Apollo', undefined]);
  await settle();
  expect(asked('/api/projects')).toEqual([]);
});

it('asks again after a failure, with the next that is spoken of', async () => {
  const { shown } = start();
  shown();
  await settle();
  asked('/api/projects')[0]?.flush('', { status: 503, statusText: 'Service Unavailable' });
  asked('/api/users')[0]?.flush({ users: [BEN] });
  shown();
  await settle();
  asked('/api/projects')[0]?.flush({ projects: [APOLLO, HERMES] });
  expect(shown().projects).toEqual(['Apollo', 'Hermes']);
});

it('keeps the names it has while the profile changes', async () => {
  const { me, shown } = start();
  shown();
  await settle();
  asked('/api/projects')[0]?.flush({ projects: [APOLLO, HERMES] });
  me.set(aViewer({ display_name: 'Ana P.' }));
  expect(shown().projects).toEqual(['Apollo', 'Hermes']);
});

it('shows nobody the names of somebody else, also not those that were still on their way', async () => {
  const { me, shown } = start();
  shown();
  await settle();
  const [projects, people] = [asked('/api/projects')[0], asked('/api/users')[0]];
  projects?.flush({ projects: [APOLLO, HERMES] });
  expect(shown().projects).toEqual(['Apollo', 'Hermes']);
  me.set(null);
  expect(shown().projects).toEqual([undefined, undefined]);
  me.set(aViewer({ id: 2 }));
  people?.flush({ users: [BEN] });
  expect(shown()).toEqual({ projects: [undefined, undefined], people: [undefined, undefined] });
  await settle();
  expect(asked('/api/projects')).toHaveLength(1);
});
