// Before the first paint: the theme chosen on this device. A file of its own, since the page allows no inline scripts.
(() => {
  try {
    const theme = localStorage.getItem('tidemark.theme');
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
  } catch {
    // Storage is switched off: the system's theme it is.
  }
})();
