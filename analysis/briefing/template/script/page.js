// What the page holds: notes with their words in the article, and claims with the notes they rest on.

const ASIDE = '.margin, .keys, .label, .anchor, .back, .num, .way-back';

function readPage() {
  const notes = [...document.querySelectorAll('li[id^="n-"]')].map(readNote);
  const byAnchor = new Map(notes.map(note => [note.anchor, note]));
  const claims = [...document.querySelectorAll('.claim')].map(element => readClaim(element, byAnchor));
  for (const claim of claims) for (const note of claim.notes) note.claims.push(claim);
  return {notes, claims, noteOf: key => byAnchor.get(key.hash.slice(1)) ?? notes[key.textContent - 1]};
}

function readNote(item) {
  const place = item.querySelector('a[href^="#e-"]');
  const anchor = place.hash.slice(1);
  const credit = (place.previousSibling?.data ?? '') + place.textContent;
  const words = item.querySelector('q').textContent.trim();
  return {item, anchor, words, credit, claims: [], spans: document.getElementsByClassName(anchor)};
}

function readClaim(element, byAnchor) {
  const anchors = [...element.querySelectorAll('a.key')].map(key => key.hash.slice(1));
  const notes = [...new Set(anchors)].map(anchor => byAnchor.get(anchor)).filter(Boolean);
  const unit = element.closest('.card') ?? element.closest('tr, li, blockquote, p') ?? element;
  return {element, unit, notes, words: wordsOf(element)};
}

// An element's text without keys, labels and links about it.
function wordsOf(element) {
  const copy = element.cloneNode(true);
  for (const aside of copy.querySelectorAll(ASIDE)) aside.remove();
  return copy.textContent.replace(/\s+/g, ' ').trim();
}

function shortened(words, length) {
  return words.length > length ? `${words.slice(0, length).replace(/\s+\S*$/, '')} …` : words;
}

function make(name, properties) {
  return Object.assign(document.createElement(name), properties);
}
