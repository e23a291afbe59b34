// Shows the page when its own fonts are ready, so that no line breaks twice.
document.documentElement.classList.add('setting');
Promise.allSettled([...document.fonts].map(font => font.load()))
  .then(() => document.documentElement.classList.remove('setting'));
