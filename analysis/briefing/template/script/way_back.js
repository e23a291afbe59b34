// Whoever follows a claim's key into the article is offered the claim again, next in the order of Tab.

function makeWayBack(page) {
  const link = make('a', {className: 'way-back'});
  let number = null;
  const take = () => {
    link.remove();
    number?.classList.remove('came');
  };
  document.addEventListener('click', event => {
    const key = event.target.closest('a.key');
    const claim = key && page.claims.find(({element}) => element.contains(key));
    const note = claim && page.noteOf(key);
    if (!note || event.defaultPrevented) return;
    take();
    link.href = `#${claim.element.id}`;
    link.textContent = `Back to: ${shortened(claim.words, 60)}`;
    document.getElementById(note.anchor).after(link);
    number = [...document.querySelectorAll('.back a')].find(one => page.noteOf(one) === note);
    number?.classList.add('came');
  });
  document.addEventListener('keydown', ({key}) => { if (key === 'Escape') take(); });
  addEventListener('hashchange', () => {
    if (link.previousElementSibling?.id !== location.hash.slice(1)) take();
  });
}
