/** What is drawn on the 20 × 20 grid: lines 1.6 thick, a filled part, a dashed part. */
export interface IconShape {
  readonly line: string;
  readonly fill?: string;
  readonly dashed?: string;
  readonly width?: number;
}

const ring = 'M3 10a7 7 0 1 0 14 0a7 7 0 1 0-14 0';
const shape = (line: string): IconShape => ({ line });

/** Triangle = overdue only; two rings = overlap; half disc = partly; dashed ring = not yet; hourglass = waiting elsewhere. */
export const iconShapes = {
  home: shape('M3.5 9 10 3.5 16.5 9v7.5h-4.5v-4.5h-4v4.5H3.5z'),
  flag: shape('M5 17V3.5h9.5l-2 3.5 2 3.5H5'),
  route: shape(
    'M3 15a2 2 0 1 0 4 0a2 2 0 1 0-4 0M13 5a2 2 0 1 0 4 0a2 2 0 1 0-4 0M7 15h5a2.5 2.5 0 0 0 0-5H8a2.5 2.5 0 0 1 0-5h5',
  ),
  list: shape('M4 5h12M4 10h12M4 15h7'),
  menu: shape('M3.5 5.5h13M3.5 10h13M3.5 14.5h13'),
  shield: shape('M10 2.8 16 5v5c0 3.8-2.6 6-6 7.2C6.6 16 4 13.8 4 10V5zM7.5 10l1.8 1.8 3.3-3.6'),
  checklist: shape('M5 3h10v14H5zM7.5 7l.9.9L10 6.3M7.5 12l.9.9 1.6-1.6M12 7.5h1M12 12.5h1'),
  document: shape('M5 2.8h7l3 3v11.4H5zM12 2.8v3h3M7.5 10h5M7.5 13h5'),
  chart: shape('M3.5 16.5h13M5.5 16.5v-5M10 16.5v-11M14.5 16.5v-8'),
  people: shape(
    'M5 7a3 3 0 1 0 6 0a3 3 0 1 0-6 0M2.5 16.5c.5-3.5 2.5-5 5.5-5s5 1.5 5.5 5M13 4.3a3 3 0 0 1 0 5.4M15 12c1.5.7 2.3 2.2 2.5 4.5',
  ),
  person: shape('M7 6.5a3 3 0 1 0 6 0a3 3 0 1 0-6 0M4 17c.5-3.8 2.7-5.5 6-5.5s5.5 1.7 6 5.5'),
  building: shape(
    'M4 17V5l6-2.5 6 2.5v12M2.5 17h15M8 17v-3.5h4V17M7.5 7.5h1M11.5 7.5h1M7.5 10.5h1M11.5 10.5h1',
  ),
  warning: shape('M10 3 18 16.5H2zM10 8v4M10 14.3v.01'),
  info: shape(`${ring}M10 9.5v4M10 6.6v.01`),
  clock: shape(`${ring}M10 6v4l2.8 1.8`),
  done: shape(`${ring}M6.8 10.2l2.2 2.2 4.3-4.8`),
  failed: shape(`${ring}M7.5 7.5l5 5M12.5 7.5l-5 5`),
  partly: { line: ring, fill: 'M10 3a7 7 0 0 1 0 14z' },
  'not-yet': { line: '', dashed: ring },
  'not-applicable': { line: 'M7 10h6', dashed: ring },
  waiting: shape(
    'M5.5 3h9M5.5 17h9M6.5 3v2.5c0 2 3.5 3 3.5 4.5s-3.5 2.5-3.5 4.5V17M13.5 3v2.5c0 2-3.5 3-3.5 4.5s3.5 2.5 3.5 4.5V17',
  ),
  overlap: shape('M2.5 10a5 5 0 1 0 10 0a5 5 0 1 0-10 0M7.5 10a5 5 0 1 0 10 0a5 5 0 1 0-10 0'),
  pencil: shape('m4 16 .8-3.5L13.5 4l2.7 2.7-8.7 8.5z'),
  repeat: shape(
    'M4 9V8a3 3 0 0 1 3-3h8.5M13 2.5 15.5 5 13 7.5M16 11v1a3 3 0 0 1-3 3H4.5M7 12.5 4.5 15 7 17.5',
  ),
  send: shape('M17 3 9 11M17 3l-5 14-3-6-6-3z'),
  inbox: shape('M3 11.5 5 4h10l2 7.5V16H3zM3 11.5h4l1 2h4l1-2h4'),
  attachment: shape(
    'm15.5 9-5.8 5.8a3.2 3.2 0 0 1-4.5-4.5l6.3-6.3a2.1 2.1 0 0 1 3 3l-6.1 6.1a1 1 0 0 1-1.5-1.5L12 6.5',
  ),
  check: shape('m4.5 10.5 3.7 3.7 7.3-8.2'),
  plus: shape('M10 4v12M4 10h12'),
  minus: shape('M4 10h12'),
  close: shape('m5.5 5.5 9 9M14.5 5.5l-9 9'),
  'chevron-down': shape('m5 7.5 5 5 5-5'),
  'chevron-up': shape('m5 12.5 5-5 5 5'),
  'chevron-left': shape('m12 4.5-5.5 5.5 5.5 5.5'),
  'chevron-right': shape('m8 4.5 5.5 5.5L8 15.5'),
  upload: shape('M10 15V4.5M5.5 9 10 4.5 14.5 9M4 17h12'),
  download: shape('M10 3.5V14M5.5 9.5 10 14l4.5-4.5M4 17h12'),
  calendar: shape('M3.5 5h13v11.5h-13zM3.5 8.5h13M7 3v3.5M13 3v3.5'),
  print: shape('M6 7V3h8v4M6 14H3.5V7h13v7H14M6 11.5h8V17H6z'),
  table: shape('M3.5 4h13v12h-13zM3.5 8h13M3.5 12h13M8.5 8v8'),
  tablet: shape('M5 2.5h10v15H5zM9 15h2'),
  idea: shape('M7.5 14.5h5M8 17h4M10 3a5 5 0 0 1 3 9v1.5H7V12a5 5 0 0 1 3-9z'),
  search: shape('M3.5 9a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0-11 0M13 13l4 4'),
  cloud: shape('M6 15.5a3.5 3.5 0 0 1-.6-6.9 5 5 0 0 1 9.6.6 3.2 3.2 0 0 1-.5 6.3z'),
  'cloud-done': shape(
    'M6 15.5a3.5 3.5 0 0 1-.6-6.9 5 5 0 0 1 9.6.6 3.2 3.2 0 0 1-.5 6.3zM7.8 11.5l1.6 1.6 2.9-3.1',
  ),
  'cloud-off': shape(
    'M3 3l14 14M6 15.5a3.5 3.5 0 0 1-.6-6.9M8.3 5.3A5 5 0 0 1 15 9.2a3.2 3.2 0 0 1 1.3 5.7M13 15.5H6',
  ),
  lock: shape('M4.5 9h11v8h-11zM7 9V6.5a3 3 0 0 1 6 0V9'),
  key: shape('M3 13a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0M9 10.5 16 3.5M13 6.5l2.5 2.5'),
  camera: shape('M3 6.5h3.5L8 4.5h4l1.5 2H17v9.5H3zM7.2 11a2.8 2.8 0 1 0 5.6 0a2.8 2.8 0 1 0-5.6 0'),
  undo: shape('M7 5 3.5 8.5 7 12M3.5 8.5H12a4 4 0 0 1 0 8H8'),
  refresh: shape('M16 6.5A7 7 0 1 0 17 10M16.5 3v4h-4'),
  trash: shape('M4 5.5h12M8 5.5V3.5h4v2M5.5 5.5l.8 11h7.4l.8-11M8.5 8.5v5M11.5 8.5v5'),
  eye: shape(
    'M2.5 10C4.5 6.5 7 5 10 5s5.5 1.5 7.5 5c-2 3.5-4.5 5-7.5 5s-5.5-1.5-7.5-5M7.7 10a2.3 2.3 0 1 0 4.6 0a2.3 2.3 0 1 0-4.6 0',
  ),
  filter: shape('M3.5 5h13M6 10h8M8.5 15h3'),
  more: { line: 'M5 10h.01M10 10h.01M15 10h.01', width: 2.4 },
  'sign-out': shape('M8 3.5H3.5v13H8M12.5 6.5 16 10l-3.5 3.5M16 10H7.5'),
  theme: { line: ring, fill: 'M10 3a7 7 0 0 0 0 14z' },
  external: shape('M11.5 3.5h5v5M16.5 3.5 9.5 10.5M14 11.5v5H3.5V6h5'),
  language: shape(`${ring}M3 10h14M10 3c2.2 2 3.2 4.3 3.2 7S12.2 15 10 17c-2.2-2-3.2-4.3-3.2-7S7.8 5 10 3`),
} as const satisfies Record<string, IconShape>;

export type IconName = keyof typeof iconShapes;
