// One line of news for eyes and screen readers, gone after a while.

const NEWS_SECONDS = 4;

function makeNews() {
  const line = make('p', {className: 'news'});
  line.setAttribute('role', 'status');
  document.body.append(line);
  let silence;
  return words => {
    clearTimeout(silence);
    line.textContent = words;
    silence = setTimeout(() => { line.textContent = ''; }, NEWS_SECONDS * 1000);
  };
}
