// A claim's anchor, followed, also puts its deep link on the clipboard.

function makeCopying(news) {
  document.addEventListener('click', async event => {
    const anchor = event.target.closest('a.anchor');
    if (!anchor) return;
    news(await copied(anchor.href) ? 'Link to this claim copied.' : 'The link to this claim is in the address bar.');
  });
}

async function copied(words) {
  try {
    await navigator.clipboard.writeText(words);
    return true;
  } catch {
    return copiedByHand(words);
  }
}

// For browsers that keep the clipboard from pages opened as files.
function copiedByHand(words) {
  const field = make('textarea', {value: words, className: 'hidden'});
  const focused = document.activeElement;
  document.body.append(field);
  field.select();
  const done = document.execCommand('copy');
  field.remove();
  focused?.focus({preventScroll: true});
  return done;
}
