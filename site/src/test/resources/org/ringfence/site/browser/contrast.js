(function () {
  var canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  function paint(layers) {
    canvas.clearRect(0, 0, 1, 1);
    layers.forEach(function (colour) { canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1); });
    return canvas.getImageData(0, 0, 1, 1).data;
  }
  function light(rgb) {
    var parts = [rgb[0], rgb[1], rgb[2]].map(function (c) {
      c /= 255;
      return c <= 0.03928 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    });
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
  }
  function ground(element) {
    var layers = [];
    for (var e = element; e; e = e.parentElement) { layers.unshift(getComputedStyle(e).backgroundColor); }
    layers.unshift(getComputedStyle(document.documentElement).colorScheme === "dark" ? "#000" : "#fff");
    return layers;
  }
  var found = [];
  var walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    var element = walker.currentNode.parentElement;
    var style = getComputedStyle(element);
    if (!walker.currentNode.data.trim() || !element.getClientRects().length || /SCRIPT|OPTION/.test(element.tagName)
      || element.closest(".permalink, .copy")) { continue; }
    var behind = ground(element);
    var one = light(paint(behind.concat(style.color))), other = light(paint(behind));
    var ratio = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    var size = parseFloat(style.fontSize);
    var large = size >= 24 || (size >= 18.66 && style.fontWeight >= 700);
    if (ratio < (large ? 3 : 4.5)) {
      found.push(ratio.toFixed(2) + " " + element.tagName + "." + element.className + " " + walker.currentNode.data.trim().slice(0, 30));
    }
  }
  return found.join("; ");
})()
