// The legend's entries become switches for what they explain.

// Gives what shows which of them are on. An entry that says what all the article is has no field to switch.
function makeLegend(form, apply) {
  const entries = [...document.querySelectorAll('.legend [data-facet]')];
  const switches = entries.filter(entry => form.elements[entry.dataset.facet]).map(entry => {
    const {facet, value} = entry.dataset;
    const field = form.elements[facet];
    const button = make('button', {type: 'button', className: entry.className, textContent: entry.textContent});
    entry.replaceWith(button);
    button.addEventListener('click', () => {
      field.value = field.value === value ? '' : value;
      apply();
    });
    return () => button.setAttribute('aria-pressed', field.value === value);
  });
  return () => { for (const show of switches) show(); };
}
