// What a key leads to, shown beside it: on hover, on focus, and at the first tap of a touch screen.

const SHOW_MS = 120;
const HIDE_MS = 250;
const EDGE = 8;
const QUOTED = 420;
const CITING = 4;

function makePreviews(page) {
  const box = make('div', {id: 'preview', className: 'preview', hidden: true});
  box.setAttribute('role', 'tooltip');
  document.body.append(box);
  let shown = null, wait, pointer;
  const keyAt = target => target.closest?.('a.key, .back a');
  const hide = () => {
    clearTimeout(wait);
    shown?.removeAttribute('aria-describedby');
    shown = null;
    box.hidden = true;
  };
  const show = key => {
    hide();
    const note = page.noteOf(key);
    if (!note) return;
    shown = key;
    box.replaceChildren(...(key.matches('.key') ? quotation(note) : citing(note)));
    box.hidden = false;
    key.setAttribute('aria-describedby', 'preview');
    putBeside(box, key);
  };
  const later = (what, ms) => { clearTimeout(wait); wait = setTimeout(what, ms); };

  document.addEventListener('pointerover', ({target, pointerType}) => {
    const key = keyAt(target);
    if (pointerType === 'touch') return;
    if (key === shown && shown || box.contains(target)) clearTimeout(wait);
    else if (key) later(() => show(key), SHOW_MS);
    else if (shown !== document.activeElement) later(hide, HIDE_MS);
  });
  document.addEventListener('focusin', ({target}) => {
    if (keyAt(target) && target.matches(':focus-visible')) show(keyAt(target));
  });
  document.addEventListener('focusout', hide);
  document.addEventListener('keydown', ({key}) => { if (key === 'Escape') hide(); });
  document.addEventListener('pointerdown', ({pointerType}) => { pointer = pointerType; }, {capture: true});
  document.addEventListener('click', event => {
    const key = keyAt(event.target);
    if (key && key !== shown && pointer === 'touch' && event.detail) {
      event.preventDefault();
      show(key);
    } else if (!box.contains(event.target)) hide();
  }, {capture: true});
}

function quotation({words, credit}) {
  return [make('q', {textContent: shortened(words, QUOTED)}), make('small', {textContent: credit})];
}

function citing({credit, claims}) {
  const lines = claims.slice(0, CITING).map(claim => make('p', {textContent: shortened(claim.words, 90)}));
  const more = claims.length > CITING ? [make('p', {textContent: `and ${claims.length - CITING} more`})] : [];
  return [make('small', {textContent: `${credit}; cited by`}), ...lines, ...more];
}

// Under the key or, where there is no room, over it; never upon it, and touching it, so that the pointer can cross.
function putBeside(box, key) {
  const at = key.getBoundingClientRect(), size = box.getBoundingClientRect();
  const left = Math.min(at.left, document.documentElement.clientWidth - size.width - EDGE);
  const over = at.bottom + size.height > innerHeight && at.top > size.height;
  box.style.left = `${Math.max(EDGE, left) + scrollX}px`;
  box.style.top = `${(over ? at.top - size.height : at.bottom) + scrollY}px`;
}
