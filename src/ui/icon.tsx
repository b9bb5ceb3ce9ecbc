import { classNames } from './class-names'

const PATHS = {
  'arrow-down': 'M10 4v12m-4.5-4.5L10 16l4.5-4.5',
  'arrow-up': 'M10 16V4m-4.5 4.5L10 4l4.5 4.5',
  bell: 'M5 14V9a5 5 0 0 1 10 0v5l1.5 1.5h-13L5 14Zm3.5 3h3',
  book: 'M4 4.5h5a1.5 1.5 0 0 1 1 .5 1.5 1.5 0 0 1 1-.5h5V15h-5a1.5 1.5 0 0 0-1 .5A1.5 1.5 0 0 0 9 15H4V4.5ZM10 5v10.5',
  building: 'M4 17V4.5L11 3v14m0-9 5 1.5V17M2.5 17h15M6.5 7.5h2m-2 3h2m-2 3h2m5-1.5h0m0 2.5h0',
  busy: 'M10 3a7 7 0 1 1-7 7',
  calendar: 'M3.5 5h13v11.5h-13V5Zm0 3.5h13M7 3v3m6-3v3',
  chart: 'M3.5 16.5h13M6 14V9m4 5V4.5m4 9.5v-7',
  check: 'm4 10.5 4 4 8-9',
  'chevron-down': 'm5.5 8 4.5 4.5L14.5 8',
  'chevron-left': 'M12 5.5 7.5 10l4.5 4.5',
  'chevron-right': 'M8 5.5 12.5 10 8 14.5',
  clock: 'M10 3a7 7 0 1 1 0 14 7 7 0 0 1 0-14Zm0 3v4.2l2.8 1.8',
  close: 'm5 5 10 10M15 5 5 15',
  columns: 'M3.5 4.5h13v11h-13v-11Zm4.3 0v11m4.4-11v11',
  copy: 'M7 7h9v9.5H7V7ZM4 13V3.5h9',
  download: 'M10 3.5v9m-3.5-3.4L10 12.6l3.5-3.5M4 16.5h12',
  edit: 'M4 16l.8-3.3L13.5 4 16 6.5l-8.7 8.7L4 16Z',
  eye: 'M2.5 10S5.5 5 10 5s7.5 5 7.5 5-3 5-7.5 5-7.5-5-7.5-5Zm7.5-2a2 2 0 1 1 0 4 2 2 0 0 1 0-4Z',
  file: 'M5 3h6.5L15 6.5V17H5V3Zm6.5 0v3.5H15',
  flag: 'M5 17V3.5c3-1.3 6 1.6 10 .3v7c-4 1.3-7-1.6-10-.3',
  grid: 'M3.5 3.5h5.5V9H3.5V3.5Zm7.5 0h5.5V9H11V3.5ZM3.5 11H9v5.5H3.5V11Zm7.5 0h5.5v5.5H11V11Z',
  home: 'M3.5 9 10 3.5 16.5 9v7.5h-4.5v-5h-4v5H3.5V9Z',
  info: 'M10 3a7 7 0 1 1 0 14 7 7 0 0 1 0-14Zm0 6v4.5m0-7.2h0',
  language:
    'M10 3a7 7 0 1 1 0 14 7 7 0 0 1 0-14Zm-7 7h14M10 3c2.2 2 3 4.3 3 7s-.8 5-3 7c-2.2-2-3-4.3-3-7s.8-5 3-7Z',
  list: 'M7.5 5.5h9m-9 4.5h9m-9 4.5h9M4 5.5h0M4 10h0m-0 4.5h0',
  map: 'm3 5.5 4.7-2 4.6 2 4.7-2v11l-4.7 2-4.6-2-4.7 2v-11Zm4.7-2v11m4.6-9v11',
  menu: 'M3.5 5.5h13m-13 4.5h13m-13 4.5h13',
  more: 'M5 10h0m5 0h0m5 0h0',
  people:
    'M7.5 4a2.7 2.7 0 1 1 0 5.4 2.7 2.7 0 0 1 0-5.4ZM2.5 16.5c0-3 2.2-4.7 5-4.7s5 1.7 5 4.7m0-12.2a2.6 2.6 0 0 1 0 4.9m1.5 3c2 .6 3.5 2 3.5 4.3',
  person: 'M10 3.5a3 3 0 1 1 0 6 3 3 0 0 1 0-6ZM4 16.5c0-3 2.6-4.8 6-4.8s6 1.8 6 4.8',
  phone:
    'M5 3.5h2.8L9 7 7.3 8.5a9 9 0 0 0 4.2 4.2L13 11l3.5 1.2V15a1.5 1.5 0 0 1-1.6 1.5A12 12 0 0 1 3.5 5.1 1.5 1.5 0 0 1 5 3.5Z',
  plus: 'M10 4v12m-6-6h12',
  print: 'M6 7V3.5h8V7M6 14H3.5V7h13v7H14m-8-2.5h8v5H6v-5Z',
  search: 'M9 3.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11Zm4 9.5 3.5 3.5',
  settings:
    'M4 6h7m3 0h2M4 14h2m3 0h7M12.5 4.3a1.7 1.7 0 1 1 0 3.4 1.7 1.7 0 0 1 0-3.4Zm-5 8a1.7 1.7 0 1 1 0 3.4 1.7 1.7 0 0 1 0-3.4Z',
  shield: 'M10 3l6 2v4.5c0 3.6-2.4 6.2-6 7.5-3.6-1.3-6-3.9-6-7.5V5l6-2Z',
  shop: 'M3.5 8 5 3.5h10L16.5 8m-13 0h13m-13 0c0 2.6 3.3 2.6 3.3 0 0 2.6 3.2 2.6 3.2 0 0 2.6 3.2 2.6 3.2 0 0 2.6 3.3 2.6 3.3 0M4.5 10v6.5h11V10',
  'sign-out': 'M8 3.5H4v13h4M8.5 10H17m-3-3 3 3-3 3',
  sort: 'm6.5 8 3.5-3.5L13.5 8m-7 4 3.5 3.5 3.5-3.5',
  'text-size': 'M2.5 15.5 6.5 6l4 9.5M4 12.5h5m3 3 2.7-6.5 2.8 6.5m-4.7-2h3.7',
  tree: 'M8 3.5h4V7H8V3.5Zm-5 9.5h4v3.5H3V13Zm10 0h4v3.5h-4V13ZM10 7v3m-5 3v-3h10v3',
  upload: 'M10 12.5v-9M6.5 7 10 3.5 13.5 7M4 16.5h12',
  warning: 'M10 3.5 17.5 16.5h-15L10 3.5Zm0 5v4m0 2h0',
  wrench:
    'M12 3.7a4 4 0 0 0-4.6 5.4L3.5 13a1.8 1.8 0 0 0 0 2.5 1.8 1.8 0 0 0 2.5 0l4-3.9a4 4 0 0 0 5.3-4.7l-2.5 2.4-2.3-.6-.6-2.3L12 3.7Z',
} as const

export type IconName = keyof typeof PATHS

/** A drawn sign beside words, never instead of them: it is hidden from screen readers. */
export function Icon({ name, spin }: { name: IconName; spin?: boolean }) {
  return (
    <svg
      viewBox="0 0 20 20"
      aria-hidden="true"
      className={classNames('size-[1.125em] shrink-0', spin && 'animate-spin')}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={PATHS[name]} />
    </svg>
  )
}
