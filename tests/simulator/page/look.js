// Looks over the page as it stands and gives a list of complaints. The body of a function.
const complaints = [];
const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });

function rgba(colour) {
  canvas.clearRect(0, 0, 1, 1);
  canvas.fillStyle = colour;
  canvas.fillRect(0, 0, 1, 1);
  const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
  return [r, g, b, a / 255];
}

function luminance(rgb) {
  const [r, g, b] = rgb
    .map((c) => c / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one, other) {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const over = ([r, g, b, a], below) => [r, g, b].map((c, i) => c * a + below[i] * (1 - a));
const grounds = ["--ground", "--ground-end"].map((name) =>
  rgba(getComputedStyle(document.documentElement).getPropertyValue(name)).slice(0, 3),
);

function behind(element, ground) {
  const layers = [];
  for (let e = element; e; e = e.parentElement)
    layers.unshift(rgba(getComputedStyle(e).backgroundColor));
  return layers.reduce((below, layer) => over(layer, below), ground);
}

const isShown = (e) =>
  e.checkVisibility({ visibilityProperty: true }) && !e.closest(".unseen, .skip:not(:focus)");
const called = (e) =>
  `${e.tagName.toLowerCase()}.${e.className} ${(e.textContent || "").trim().slice(0, 30)}`;

const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (walker.nextNode()) {
  const element = walker.currentNode.parentElement;
  if (
    !walker.currentNode.data.trim() ||
    !isShown(element) ||
    element.closest(":disabled, noscript")
  )
    continue;
  const ink = rgba(getComputedStyle(element).color);
  for (const ground of grounds) {
    const below = behind(element, ground);
    const ratio = contrast(over(ink, below), below);
    if (ratio < 4.5) complaints.push(`contrast ${ratio.toFixed(2)}: ${called(element)}`);
  }
}

for (const field of document.querySelectorAll("textarea")) {
  if (!isShown(field)) continue;
  const below = behind(field.parentElement, grounds[0]);
  const ratio = contrast(rgba(getComputedStyle(field).borderTopColor).slice(0, 3), below);
  if (ratio < 3) complaints.push(`the edge of the box, ${ratio.toFixed(2)}`);
}

for (const control of document.querySelectorAll("button, a, input, textarea, [tabindex='0']")) {
  if (!isShown(control)) continue;
  const target = control.closest("label") ?? control;
  const { width, height } = target.getBoundingClientRect();
  if (width < 24 || height < 24)
    complaints.push(`${width}×${height} is too small: ${called(control)}`);
}

const ids = [...document.querySelectorAll("[id]")].map((e) => e.id);
for (const id of new Set(ids))
  if (ids.indexOf(id) !== ids.lastIndexOf(id)) complaints.push(`two of #${id}`);
for (const e of document.querySelectorAll(
  "[aria-controls], [aria-labelledby], [aria-describedby], label[for]",
)) {
  for (const name of ["aria-controls", "aria-labelledby", "aria-describedby", "for"]) {
    const id = e.getAttribute(name);
    if (id && !document.getElementById(id)) complaints.push(`${name} leads nowhere: ${id}`);
  }
}
for (const image of document.images)
  if (!image.hasAttribute("alt")) complaints.push(`no alt: ${image.src}`);
if (!document.documentElement.lang) complaints.push("the page has no language");
if (document.querySelectorAll("h1").length !== 1) complaints.push("not one h1");
if (document.querySelector("[style]:not(.bubbles)")) complaints.push("a style in the markup");
return complaints;
