/** Every icon as strokes on a 24 x 24 grid, drawn for this app. */
export const icons = {
  today: 'M12 4v2M5.6 6.6 7 8M18.4 6.6 17 8M8 14a4 4 0 0 1 8 0M3 14h2M19 14h2M3 18q3-2 6 0t6 0 6 0',
  quiz: 'M4 6l1.5 1.5L8 5M4 13l1.5 1.5L8 12M11.5 6.5H20M11.5 13.5H20M11.5 19.5H17M5 19.5h2',
  progress: 'M3 17q3-3 6-1t6-3 6-4M3 12q3-3 6-1t6-3 6-4M3 21h18',
  settings: 'M4 7h9M17 7h3M4 17h3M11 17h9M15 5v4M9 15v4',
  check: 'M4.5 12.5l5 5 10-11',
  cross: 'M6 6l12 12M18 6 6 18',
  almost: 'M4 10q4-4 8 0t8 0M4 16q4-4 8 0t8 0',
  pass: 'M6 12h12',
  undo: 'M8 5 4 9l4 4M4 9h10a5 5 0 0 1 0 10H9',
  back: 'M15 5l-7 7 7 7',
  next: 'M9 5l7 7-7 7',
  down: 'M5 9l7 7 7-7',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  offline: 'M4 4l16 16M7.5 8.5A5 5 0 0 0 7 18h9.5M10.5 6.3A5.5 5.5 0 0 1 17 10.5a3.8 3.8 0 0 1 2.8 6',
  ready: 'M7 18a4.5 4.5 0 0 1-.5-9 5.5 5.5 0 0 1 10.5 1.5A3.8 3.8 0 0 1 17 18M9 15.5l2.5 2.5 4.5-5',
  install: 'M12 4v10M8 10.5l4 4 4-4M5 19h14',
  refresh: 'M19 8a7.5 7.5 0 1 0 .5 6M19.5 3.5V8H15',
  share: 'M12 14V4M8.5 7.5 12 4l3.5 3.5M6 11H5v9h14v-9h-1',
  restore: 'M12 4v10M8.5 10.5 12 14l3.5-3.5M6 12H5v8h14v-8h-1',
  erase: 'M5 7h14M9.5 7V4.5h5V7M7 7l1 13h8l1-13M10.5 11v5M13.5 11v5',
  info: 'M12 11v6M12 7.5v.1M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18',
  warning: 'M12 4 2.5 20h19L12 4M12 10v5M12 17.5v.1',
  source:
    'M5 5.5A2.5 2.5 0 0 1 7.5 3H19v15H7.5A2.5 2.5 0 0 0 5 20.5zM5 20.5A2.5 2.5 0 0 0 7.5 21H19M9 8h6M9 11.5h4',
  calendar: 'M5 6h14v14H5zM5 10.5h14M9 3.5V8M15 3.5V8',
  clock: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M12 7.5V12l3 2',
  lock: 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  sun: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8M12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4',
} as const;

export type IconName = keyof typeof icons;
