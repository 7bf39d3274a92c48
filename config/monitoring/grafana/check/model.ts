// What a generated dashboard may look like, put together from the types that Grafana publishes.
import type * as schema from '@grafana/schema';
import type * as stat from '@grafana/schema/dist/esm/raw/composable/stat/panelcfg/x/StatPanelCfg_types.gen';
import type * as stateTimeline from '@grafana/schema/dist/esm/raw/composable/statetimeline/panelcfg/x/StateTimelinePanelCfg_types.gen';
import type * as table from '@grafana/schema/dist/esm/raw/composable/table/panelcfg/x/TablePanelCfg_types.gen';
import type * as timeSeries from '@grafana/schema/dist/esm/raw/composable/timeseries/panelcfg/x/TimeSeriesPanelCfg_types.gen';

// JSON has texts where TypeScript has enums.
type Json<T> = T extends string
  ? string extends T
    ? string
    : `${T}`
  : T extends object
    ? { [K in keyof T]: Json<T[K]> }
    : T;

// Grafana leaves queries to their data sources, whose model is not published: these are Prometheus' as far as we use them.
interface Query extends schema.DataQuery {
  datasource: schema.DataSourceRef;
  editorMode: 'code';
  expr: string;
  format?: 'time_series' | 'table';
  instant?: boolean;
  legendFormat?: string;
  range?: boolean;
}

interface Of<Type extends string, Options, Custom>
  extends Omit<schema.Panel, 'type' | 'id' | 'title' | 'gridPos' | 'options' | 'fieldConfig' | 'targets'> {
  type: Type;
  id: number;
  title: string;
  gridPos: schema.GridPos;
  options: Partial<Options>;
  fieldConfig: {
    defaults: Omit<schema.FieldConfig, 'custom'> & { custom?: Custom };
    overrides: schema.FieldConfigSource['overrides'];
  };
  targets: Query[];
}

type AnyPanel =
  | (schema.RowPanel & { title: string; gridPos: schema.GridPos })
  | Of<'timeseries', timeSeries.Options, timeSeries.FieldConfig>
  | Of<'stat', stat.Options, never>
  | Of<'table', table.Options, Partial<table.FieldConfig>>
  | Of<'state-timeline', stateTimeline.Options, stateTimeline.FieldConfig>;

export type Dashboard = Json<Omit<schema.Dashboard, 'panels'> & { title: string; uid: string; panels: AnyPanel[] }>;
