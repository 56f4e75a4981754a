import { BarChart } from 'echarts/charts';
import { GridComponent, TooltipComponent } from 'echarts/components';
import { use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

// As much of the library as the chart takes. Imported when there is a chart to draw, never with a page.
use([BarChart, GridComponent, TooltipComponent, SVGRenderer]);

export { init } from 'echarts/core';
