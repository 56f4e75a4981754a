/** Colours to choose from: calm, told apart on light and on dark. Any other can be typed. */
export const PROJECT_COLORS = [
  { value: '#2f7ed8', name: 'Blue' },
  { value: '#0f9d8a', name: 'Teal' },
  { value: '#7a5af8', name: 'Violet' },
  { value: '#d9480f', name: 'Orange' },
  { value: '#c2255c', name: 'Raspberry' },
  { value: '#2b8a3e', name: 'Green' },
  { value: '#b7791f', name: 'Ochre' },
  { value: '#9c36b5', name: 'Purple' },
  { value: '#b3312f', name: 'Red' },
  { value: '#5c6b7a', name: 'Slate' },
] as const;
