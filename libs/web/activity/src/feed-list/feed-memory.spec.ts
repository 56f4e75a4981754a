import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import type { Me } from '@tidemark/contracts';
import { SessionStore } from '@tidemark/web/session';
import { EMPTY_FEED, type Feed } from '../stream/feed-state';
import { aViewer } from '../testing/a-viewer';
import { FeedMemory } from './feed-memory';

const me = signal<Me | null>(aViewer());
const navigation = signal<{ trigger: string } | null>({ trigger: 'popstate' });
const FEED: Feed = { ...EMPTY_FEED, status: 'ready', isRefreshing: true, olderStatus: 'loading' };

function memory(): FeedMemory {
  me.set(aViewer());
  navigation.set({ trigger: 'popstate' });
  TestBed.configureTestingModule({
    providers: [
      { provide: SessionStore, useValue: { me } },
      {
        provide: Router,
        useValue: { currentNavigation: signal(null), lastSuccessfulNavigation: navigation },
      },
    ],
  });
  return TestBed.inject(FeedMemory);
}

describe('FeedMemory', () => {
  it('finds a feed by its filter, without what was under way', () => {
    const feeds = memory();
    feeds.keep({ q: 'x', project_id: 7 }, FEED);

    expect(feeds.find({ project_id: 7, q: 'x' })).toMatchObject({
      ...{ status: 'ready', isRefreshing: false, olderStatus: 'idle' },
    });
    expect(feeds.find({ project_id: 7 })).toBeUndefined();
  });

  it('finds nothing unless the way here was "Back" or "Forward"', () => {
    const feeds = memory();
    feeds.keep({}, FEED);
    navigation.set({ trigger: 'imperative' });

    expect(feeds.find({})).toBeUndefined();
  });

  it('shows nobody what somebody else has loaded', () => {
    const feeds = memory();
    feeds.keep({}, FEED);
    me.set(aViewer({ id: 2 }));

    expect(feeds.find({})).toBeUndefined();
  });

  it('keeps the latest few only', () => {
    const feeds = memory();
    for (let id = 1; id <= 20; id++) feeds.keep({ project_id: id }, FEED);

    expect(feeds.find({ project_id: 1 })).toBeUndefined();
    expect(feeds.find({ project_id: 20 })).toBeDefined();
  });
});
