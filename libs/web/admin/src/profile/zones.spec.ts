import { isZone } from '@tidemark/web/ui';
import { allZones, findZones } from './zones';

const NOW = Date.parse('2026-11-23T12:00:00Z');
const find = (query: string) => findZones(allZones(), query, NOW, 60).map(({ name }) => name);

describe('time zones', () => {
  it('are each known and listed once', () => {
    const zones = allZones();
    expect(zones.filter((zone) => !isZone(zone))).toEqual([]);
    expect(new Set(zones).size).toBe(zones.length);
    expect(zones[0]).toBe('UTC');
  });

  it.each([
    ['berlin', 'Europe/Berlin'],
    ['new york', 'America/New_York'],
    ['york america', 'America/New_York'],
    ['kathmandu', 'Asia/Kathmandu'],
    ['kolkata', 'Asia/Kolkata'],
    ['utc', 'UTC'],
    ['+05:45', 'Asia/Kathmandu'],
    ['−03:30', 'America/St_Johns'],
    ['-03:30', 'America/St_Johns'],
  ])('are found by %j', (query, zone) => {
    expect(find(query)).toContain(zone);
  });

  it('are not found by what is no zone', () => {
    expect(find('Mars/Phobos')).toEqual([]);
  });
});
