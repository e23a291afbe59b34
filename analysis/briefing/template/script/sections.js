// What of a section stays when claims and notes are filtered: rows, items, cards, and the headings over them.

// A section's units, each with the claims or notes that it stands or falls with.
function readSection(section, {claims, notes}) {
  const units = new Map();
  const add = (unit, thing) => units.set(unit, [...(units.get(unit) ?? []), thing]);
  for (const claim of claims) if (section.contains(claim.element)) add(claim.unit, claim);
  for (const note of notes) if (section.contains(note.item)) add(note.item, note);
  for (const row of section.querySelectorAll('tbody tr:not(.claim)')) {
    for (const claim of claims) if (leads(row, claim)) add(row, claim);
  }
  const nothing = make('p', {className: 'gap unfit', textContent: 'Nothing in this section fits the filter.'});
  if (units.size) section.querySelector('h2').after(nothing);
  return {blocks: blocksOf(section, units), units, nothing};
}

// A row that makes no claim of its own may head a group of claims, or link to some.
function leads(row, {element}) {
  const group = row.querySelector('[scope=rowgroup]') && row.parentElement;
  return group ? group.contains(element) : row.querySelector(`a[href="#${element.id}"]`) !== null;
}

// What stands in the section, each block with its units; a heading has those up to the next.
function blocksOf(section, units) {
  const blocks = [];
  let under = [];
  for (const element of section.children) {
    if (element.matches('h3')) under = [];
    const own = [...units.keys()].filter(unit => element.contains(unit));
    under.push(...own);
    if (own.length) blocks.push({element, units: own});
    else if (element.matches('h3, h3 ~ .question, h3 ~ .gap')) blocks.push({element, units: under});
  }
  return blocks;
}

function showSection({blocks, units, nothing}, active) {
  if (!units.size) return;
  const show = (element, shown) => element.classList.toggle('unfit', active && !shown);
  const fitting = new Set([...units.keys()].filter(unit => units.get(unit).some(thing => thing.fits)));
  for (const unit of units.keys()) show(unit, fitting.has(unit));
  for (const {element, units: held} of blocks) {
    const fits = held.some(unit => fitting.has(unit));
    show(element, fits);
    if (active && fits && element.matches('details')) element.open = true;
  }
  nothing.classList.toggle('unfit', fitting.size > 0);
}
