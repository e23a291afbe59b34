// Claims, notes and passages by what their notes carry, and by words.

const FACETS = ['who', 'tension', 'voice', 'certainty'];
const WIDE = matchMedia('(min-width: 1100px)');

function makeFilter(page, news) {
  const box = document.getElementById('filter').content.firstElementChild.cloneNode(true);
  const form = box.querySelector('form');
  const sections = [...document.querySelectorAll('main > section')].map(one => readSection(one, page));
  const apply = () => {
    const wish = wishOf(form);
    pick(page, wish);
    for (const section of sections) showSection(section, wish.active);
    showArticle(page, wish);
    form.querySelector('.found').textContent = `${tally(page.claims, 'claim')}, ${tally(page.notes, 'passage')}`;
    box.classList.toggle('active', wish.active);
    showLegend();
  };
  const showLegend = makeLegend(form, apply);
  const clear = () => { form.reset(); apply(); };
  listen(form, apply);
  openWhatIsHidden(clear, news);
  place(box);
  WIDE.addEventListener('change', () => place(box));
  apply();
}

function listen(form, apply) {
  let wait;
  form.addEventListener('input', () => { clearTimeout(wait); wait = setTimeout(apply, 150); });
  form.addEventListener('reset', () => setTimeout(apply));
  form.addEventListener('submit', event => event.preventDefault());
}

// In the rail where there is one; else at the foot of the screen, where it takes no room from the text.
function place(box) {
  (WIDE.matches ? document.querySelector('.contents.rail') : document.body).append(box);
  box.open = WIDE.matches;
}

function wishOf(form) {
  const values = FACETS.map(name => [name, form.elements[name]?.value]).filter(([, value]) => value);
  const pattern = patternOf(form.elements.words.value);
  return {values, pattern, active: values.length > 0 || pattern !== null};
}

function pick({notes, claims}, {values, pattern}) {
  const holds = words => !pattern || words.search(pattern) >= 0;
  for (const note of notes) {
    note.picked = values.every(([name, value]) => (note.item.dataset[name] ?? '').split(' ').includes(value));
    note.fits = note.picked && holds(note.words);
  }
  for (const claim of claims) claim.fits = claim.notes.some(note => note.picked) && holds(claim.words);
}

function tally(things, name) {
  return `${things.filter(thing => thing.fits).length} of ${things.length} ${name}${things.length === 1 ? '' : 's'}`;
}

function showArticle({notes, claims}, {active, pattern}) {
  const article = document.querySelector('.article');
  article.classList.toggle('picked', active);
  for (const note of notes) for (const span of note.spans) span.classList.remove('fits');
  for (const note of notes) if (note.fits) for (const span of note.spans) span.classList.add('fits');
  markHits([...article.children, ...claims.map(claim => claim.element)], pattern);
}

// A link to what the filter hides clears the filter first.
function openWhatIsHidden(clear, news) {
  document.addEventListener('click', event => {
    const link = event.target.closest('a[href^="#"]');
    if (!link || !document.getElementById(link.hash.slice(1))?.closest('.unfit')) return;
    clear();
    news('The filter is cleared: it hid what the link leads to.');
  }, {capture: true});
}
