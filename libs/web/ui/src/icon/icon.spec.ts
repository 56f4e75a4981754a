import { render } from '@testing-library/angular';
import { Icon } from './icon';
import { FILLED, type IconName, ICONS } from './icons';

describe('Icon', () => {
  it('draws every icon there is, inside its grid', async () => {
    const { fixture, container } = await render(Icon, { inputs: { name: 'play' as IconName } });
    for (const name of Object.keys(ICONS) as IconName[]) {
      fixture.componentRef.setInput('name', name);
      await fixture.whenStable();
      const d = container.querySelector('path')?.getAttribute('d') ?? '';
      expect([name, d]).toEqual([name, expect.stringMatching(/^M[\d\sA-Za-z.-]+$/)]);
      expect(Math.max(...absoluteStarts(d))).toBeLessThanOrEqual(20);
    }
  });

  it('says nothing to a screen reader', async () => {
    const { container } = await render(Icon, { inputs: { name: 'stop' as IconName } });
    expect(container.querySelector('svg')?.getAttribute('aria-hidden')).toBe('true');
  });

  it('fills only icons that exist', () => {
    for (const name of FILLED) expect(Object.keys(ICONS)).toContain(name);
  });
});

function absoluteStarts(d: string): number[] {
  return [...d.matchAll(/M\s*([\d.]+)[\s,]([\d.]+)/g)].flatMap((match) => [
    Number(match[1]),
    Number(match[2]),
  ]);
}
