import { BOTTOM_MARGIN, type Document, drawRule, GREY, type Letter, MARGIN, WIDTH } from './page';

const LINE = 10.5;

/** Below every page: the company's own lines, the number of the invoice and of the page. */
export function drawFooters(document: Document, { invoice, footer }: Letter): void {
  const { start, count } = document.bufferedPageRange();
  for (let page = 0; page < count; page++) {
    document.switchToPage(start + page);
    const top = document.page.height - BOTTOM_MARGIN + 18;
    // Text below the margin would begin a new page.
    document.page.margins.bottom = 0;
    drawRule(document, top);
    const small = {
      weight: 'regular',
      size: 7.5,
      color: GREY,
      x: MARGIN,
      lineBreak: false,
    } as const;
    footer.slice(0, 5).forEach((line, row) => {
      const y = top + 8 + row * LINE;
      document.typeset(line, { ...small, y, width: WIDTH - 150, height: LINE, ellipsis: true });
    });
    document.typeset(`Invoice ${invoice.number} · Page ${page + 1} of ${count}`, {
      ...small,
      y: top + 8,
      width: WIDTH,
      align: 'right',
    });
  }
}
