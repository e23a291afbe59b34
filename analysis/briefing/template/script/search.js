// Words in a text: where they stand, whatever their case and quotation marks, and how they are marked.

const LEAST_LETTERS = 2;

function patternOf(words) {
  if (words.trim().length < LEAST_LETTERS) return null;
  const literal = words.trim().replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const loose = literal.replace(/['‘’]/g, "['‘’]").replace(/["“”]/g, '["“”]').replace(/\s+/g, '\\s+');
  return new RegExp(loose, 'giu');
}

// Marks without touching the document, so that nothing moves and no link breaks; older browsers show none.
function markHits(elements, pattern) {
  if (!('highlights' in CSS)) return;
  const ranges = pattern ? elements.flatMap(element => hitsIn(element, pattern)) : [];
  CSS.highlights.set('hit', new Highlight(...ranges));
}

// A hit may begin in one text node and end in a later one: the article is cut wherever a note begins or ends.
function hitsIn(element, pattern) {
  const nodes = textNodes(element);
  const text = nodes.map(node => node.data).join('');
  return [...text.matchAll(pattern)].map(hit => {
    const range = new Range();
    range.setStart(...placeAt(nodes, hit.index));
    range.setEnd(...placeAt(nodes, hit.index + hit[0].length));
    return range;
  });
}

function textNodes(element) {
  const accept = node => (node.parentElement.closest(ASIDE) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT, accept);
  const nodes = [];
  while (walker.nextNode()) nodes.push(walker.currentNode);
  return nodes;
}

function placeAt(nodes, offset) {
  for (const node of nodes) {
    if (offset <= node.length) return [node, offset];
    offset -= node.length;
  }
}
