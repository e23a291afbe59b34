// A notebook may leave out any section: without the article there is nothing to filter.
document.documentElement.classList.add('scripted');
const page = readPage();
const news = makeNews();
followReader();
for (const table of document.querySelectorAll('table.sortable')) makeSortable(table, news);
if (document.getElementById('filter')) makeFilter(page, news);
makePreviews(page);
makeWayBack(page);
makeCopying(news);
