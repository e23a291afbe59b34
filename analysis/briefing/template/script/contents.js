// The contents list tells which section is being read.

// A section counts as read while it crosses this line, near the top, where a link to it puts its heading.
const LINE = {rootMargin: '-10% 0px -90% 0px'};

function followReader() {
  const links = [...document.querySelectorAll('.contents a')];
  const observer = new IntersectionObserver(entries => {
    for (const {target, isIntersecting} of entries) {
      for (const link of links.filter(one => target.querySelector('h2').id === one.hash.slice(1))) {
        if (isIntersecting) link.setAttribute('aria-current', 'true');
        else link.removeAttribute('aria-current');
      }
    }
  }, LINE);
  for (const section of document.querySelectorAll('main > section')) observer.observe(section);
}
