import {
  afterNextRender,
  Component,
  DestroyRef,
  effect,
  ElementRef,
  inject,
  input,
  output,
} from '@angular/core';
import { formatHours } from '@tidemark/web/ui';
import type { EChartsCoreOption, EChartsType } from 'echarts/core';
import type { DayRange } from '../time-entries/time-range';
import type { ChartBar } from './chart-bars';

const SECONDS_PER_HOUR = 3_600;
/** What every paper has room for, in pixels. */
const PAPER_WIDTH = 680;
/** The library measures by it, so it cannot be inherited. */
const FONT = { fontFamily: "'Inter Variable', system-ui, sans-serif", fontSize: 12 };

/**
 * Stacked bars of billable and other hours. Colours are the custom properties themselves, which SVG understands: so
 * the chart follows the theme and forced colours without being drawn again.
 */
@Component({
  selector: 'tm-time-chart',
  template: '',
  styleUrl: './time-chart.css',
  host: {
    role: 'img',
    '[attr.aria-label]': 'words()',
    '(window:beforeprint)': 'printed(true)',
    '(window:afterprint)': 'printed(false)',
  },
})
export class TimeChart {
  readonly bars = input.required<readonly ChartBar[]>();
  /** What it shows, in words. */
  readonly words = input.required<string>();
  /** A bar was chosen: its days. */
  readonly chosen = output<DayRange>();

  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private chart?: EChartsType;
  private onPaper = false;

  constructor() {
    const destroyed = inject(DestroyRef);
    afterNextRender(() => void this.start(destroyed));
    effect(() => this.draw(this.bars()));
  }

  private async start(destroyed: DestroyRef): Promise<void> {
    const { init } = await import('./echarts');
    if (destroyed.destroyed) return;
    const chart = init(this.host, null, { renderer: 'svg' });
    this.chart = chart;
    chart.on('click', ({ dataIndex }) => this.choose(dataIndex));
    const resized = new ResizeObserver(() => this.onPaper || chart.resize());
    resized.observe(this.host);
    destroyed.onDestroy(() => {
      resized.disconnect();
      emptyWithoutMarkup(this.host);
      chart.dispose();
    });
    this.draw(this.bars());
  }

  /** What is drawn a moment after the browser asks for the page is not on it. */
  protected printed(onPaper: boolean): void {
    this.onPaper = onPaper;
    this.chart?.resize(onPaper ? { width: PAPER_WIDTH } : undefined);
    this.chart?.getZr().flush();
  }

  private choose(place: number): void {
    const bar = this.bars()[place];
    if (bar) this.chosen.emit({ first: bar.first, last: bar.last });
  }

  private draw(bars: readonly ChartBar[]): void {
    this.chart?.setOption(optionOf(bars));
  }
}

/** The library empties what it drew by markup, which Trusted Types refuse whatever the markup is. */
function emptyWithoutMarkup(host: HTMLElement): void {
  for (const element of [host, ...host.querySelectorAll('svg')]) {
    Object.defineProperty(element, 'innerHTML', { set: () => element.replaceChildren() });
  }
}

function optionOf(bars: readonly ChartBar[]): EChartsCoreOption {
  const series = (name: string, color: string, secondsOf: (bar: ChartBar) => number) => ({
    type: 'bar',
    name,
    stack: 'hours',
    barMaxWidth: 36,
    barCategoryGap: '32%',
    emphasis: { disabled: true },
    itemStyle: { color },
    data: bars.map((bar) => secondsOf(bar) / SECONDS_PER_HOUR),
  });
  return {
    animation: false,
    textStyle: FONT,
    grid: { left: 4, right: 4, top: 10, bottom: 4, outerBoundsMode: 'same' },
    tooltip: tooltipOf(bars),
    xAxis: {
      type: 'category',
      data: bars.map(({ label }) => label),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: 'var(--line-strong)' } },
      axisLabel: { ...FONT, color: 'var(--ink-faint)', hideOverlap: true },
    },
    yAxis: {
      type: 'value',
      minInterval: 1,
      splitNumber: 4,
      splitLine: { lineStyle: { color: 'var(--line)' } },
      axisLabel: { ...FONT, color: 'var(--ink-faint)', formatter: '{value} h' },
    },
    series: [
      series('Billable', 'var(--chart-billable)', ({ billable }) => billable),
      series('Not billable', 'var(--chart-other)', ({ other }) => other),
    ],
  };
}

/** Drawn as text: there is no markup in it. */
function tooltipOf(bars: readonly ChartBar[]): object {
  return {
    trigger: 'axis',
    renderMode: 'richText',
    confine: true,
    transitionDuration: 0,
    axisPointer: { type: 'shadow', shadowStyle: { color: 'var(--chart-pointer)', opacity: 1 } },
    backgroundColor: 'var(--raised)',
    borderColor: 'var(--line-strong)',
    borderWidth: 1,
    padding: [8, 12],
    textStyle: { ...FONT, color: 'var(--ink)', lineHeight: 18 },
    formatter: (hovered: { dataIndex: number }[]) => {
      const bar = bars[hovered[0]?.dataIndex ?? -1];
      if (!bar) return '';
      const total = formatHours(bar.billable + bar.other);
      return `${bar.name}\n${total} in all, ${formatHours(bar.billable)} billable`;
    },
  };
}
