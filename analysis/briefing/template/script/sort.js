// Tables in another order: ascending, descending, and back to the page's own.

const NEXT = {none: 'ascending', ascending: 'descending', descending: 'none'};
const byWords = new Intl.Collator('en', {numeric: true}).compare;

function makeSortable(table, news) {
  const groups = [...table.tBodies].map(body => ({body, rows: rowsOf(body)}));
  const heads = [...table.tHead.rows].at(-1).cells;
  [...heads].forEach((head, column) => {
    if (!groups.some(({rows}) => rows.some(row => valueOf(row.cells[column])))) return;
    const button = make('button', {type: 'button'});
    button.append(...head.childNodes);
    head.append(button);
    head.setAttribute('aria-sort', 'none');
    button.addEventListener('click', () => {
      const order = NEXT[head.getAttribute('aria-sort')];
      for (const other of table.tHead.querySelectorAll('[aria-sort]')) other.setAttribute('aria-sort', 'none');
      head.setAttribute('aria-sort', order);
      for (const group of groups) arrange(group, column, order, head.classList.contains('number'));
      news(order === 'none' ? 'In the order of the page.' : `Sorted by ${wordsOf(head)}, ${order}.`);
    });
  });
}

// A row that heads its group stays on top of it.
function rowsOf(body) {
  return [...body.rows].filter(row => !row.querySelector('[scope=rowgroup]'));
}

function arrange({body, rows}, column, order, numeric) {
  const turn = order === 'descending' ? -1 : 1;
  const keyed = rows.map(row => ({row, key: numeric ? numberOf(row.cells[column]) : valueOf(row.cells[column])}));
  const compare = numeric ? (a, b) => byNumber(a.key, b.key, turn) : (a, b) => turn * byWords(a.key, b.key);
  body.append(...(order === 'none' ? keyed : keyed.sort(compare)).map(({row}) => row));
}

// What is no number comes last either way.
function byNumber(a, b, turn) {
  return Number.isNaN(a) - Number.isNaN(b) || turn * (a - b) || 0;
}

function valueOf(cell) {
  return cell ? cell.querySelector('time')?.dateTime || wordsOf(cell) : '';
}

function numberOf(cell) {
  return Number.parseFloat(valueOf(cell).replace(/,/g, '').replace('−', '-'));
}
