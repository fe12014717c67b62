// What pages can do without, and are better with. No page needs it to be read.
(function () {
  "use strict";
  var root = document.documentElement;

  function load(key) {
    try { return localStorage.getItem("ringfence." + key) || ""; } catch (e) { return ""; }
  }
  function save(key, value) {
    try {
      if (value) { localStorage.setItem("ringfence." + key, value); }
      else { localStorage.removeItem("ringfence." + key); }
    } catch (e) { /* private windows keep nothing */ }
  }
  function all(selector, inside) {
    return Array.prototype.slice.call((inside || document).querySelectorAll(selector));
  }

  // Themes: before the first paint, so that nothing flashes
  var THEMES = ["", "light", "dark"];
  function theme(name) {
    if (name === "light" || name === "dark") { root.setAttribute("data-theme", name); }
    else { root.removeAttribute("data-theme"); }
  }
  theme(load("theme"));

  function themes() {
    all("button.theme").forEach(function (button) {
      function label() {
        var name = root.getAttribute("data-theme") || "system";
        button.setAttribute("aria-label", "Theme: " + name);
        button.title = "Theme: " + name;
      }
      button.hidden = false;
      label();
      button.addEventListener("click", function () {
        var next = THEMES[(THEMES.indexOf(root.getAttribute("data-theme") || "") + 1) % THEMES.length];
        save("theme", next);
        theme(next);
        label();
      });
    });
  }

  // Copying: the code as it stands, without remarks and without what a fix takes away
  function codeOf(box) {
    var copy = box.querySelector("code, pre").cloneNode(true);
    all(".remark, .del, .h-prompt, .count", copy).forEach(function (part) { part.remove(); });
    return copy.textContent.replace(/\n$/, "");
  }
  function copyByHand(text) {
    var area = document.createElement("textarea");
    area.value = text;
    area.className = "off";
    document.body.appendChild(area);
    area.select();
    var done = document.execCommand("copy");
    area.remove();
    return done;
  }
  function copying() {
    all("div.code").forEach(function (box) {
      var button = document.createElement("button");
      button.type = "button";
      button.className = "copy";
      button.textContent = "Copy";
      button.addEventListener("click", function () {
        var text = codeOf(box);
        function say(done) {
          button.textContent = done ? "Copied" : "Not copied";
          setTimeout(function () { button.textContent = "Copy"; }, 1600);
        }
        if (navigator.clipboard) {
          navigator.clipboard.writeText(text).then(
            function () { say(true); },
            function () { say(copyByHand(text)); });
        } else { say(copyByHand(text)); }
      });
      box.appendChild(button);
    });
  }

  // The outline says where the reader is; the tree shows the page it stands on
  function whereabouts() {
    var links = all(".outline a");
    var byId = {};
    links.forEach(function (link) { byId[decodeURIComponent(link.hash.slice(1))] = link; });
    if (window.IntersectionObserver && links.length) {
      var seen = {};
      var watch = new IntersectionObserver(function (entries) {
        entries.forEach(function (entry) { seen[entry.target.id] = entry.isIntersecting; });
        var first = Object.keys(byId).filter(function (id) { return seen[id]; })[0];
        if (first) {
          links.forEach(function (link) { link.removeAttribute("aria-current"); });
          byId[first].setAttribute("aria-current", "true");
        }
      }, { rootMargin: "-64px 0px -55% 0px" });
      Object.keys(byId).forEach(function (id) {
        var target = document.getElementById(id);
        if (target) { watch.observe(target); }
      });
    }
    var current = document.querySelector(".side a[aria-current]");
    var side = document.querySelector(".side");
    if (current && side && side.scrollHeight > side.clientHeight) {
      side.scrollTop = current.offsetTop - side.clientHeight / 3;
    }
  }

  // Filters over rows that say what they are
  function filters(bar) {
    var rows = all("[data-row]");
    var groups = all("[data-group]");
    var find = bar.querySelector("[data-find]");
    var selects = all("select[data-filter]", bar);
    var said = bar.querySelector("output");
    function words(row, name) { return (row.getAttribute("data-" + name) || "").split(" "); }
    selects.forEach(function (select) {
      if (select.options.length === 1) {
        var known = {};
        rows.forEach(function (row) {
          words(row, select.dataset.filter).forEach(function (word) { if (word) { known[word] = true; } });
        });
        Object.keys(known).sort().forEach(function (word) { select.add(new Option(word, word)); });
      }
    });
    function apply() {
      var text = find.value.trim().toLowerCase();
      var shown = 0;
      rows.forEach(function (row) {
        var fits = row.textContent.toLowerCase().indexOf(text) >= 0 && selects.every(function (select) {
          return !select.value || words(row, select.dataset.filter).indexOf(select.value) >= 0;
        });
        row.hidden = !fits;
        shown += fits ? 1 : 0;
      });
      groups.forEach(function (group) { group.hidden = !group.querySelector("[data-row]:not([hidden])"); });
      said.textContent = shown + " of " + rows.length + " " + said.dataset.what;
    }
    var asked = new URLSearchParams(location.search);
    selects.forEach(function (select) { select.value = asked.get(select.dataset.filter) || ""; });
    find.value = asked.get("find") || "";
    bar.addEventListener("input", apply);
    bar.hidden = false;
    apply();
  }

  // The checklist, kept in this browser
  function checklist(box) {
    var checks = all("[data-check]");
    var bar = box.querySelector("progress");
    var said = box.querySelector("output");
    var done = load("checklist").split(" ");
    function show() {
      var count = checks.filter(function (check) { return check.checked; }).length;
      bar.value = count;
      said.textContent = count + " of " + checks.length + " done";
    }
    function keep() {
      save("checklist", checks.filter(function (check) { return check.checked; })
        .map(function (check) { return encodeURIComponent(check.dataset.check); }).join(" "));
      show();
    }
    checks.forEach(function (check) {
      check.hidden = false;
      check.checked = done.indexOf(encodeURIComponent(check.dataset.check)) >= 0;
      check.addEventListener("change", keep);
    });
    box.querySelector("button").addEventListener("click", function () {
      checks.forEach(function (check) { check.checked = false; });
      keep();
    });
    box.hidden = false;
    show();
  }

  // Images in their full size, on top of the page; Escape and a click close it
  function zooming() {
    if (!window.HTMLDialogElement) { return; }
    document.addEventListener("click", function (event) {
      var link = event.target.closest && event.target.closest("a.zoom");
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) { return; }
      event.preventDefault();
      var dialog = document.createElement("dialog");
      dialog.className = "zoomed";
      var image = link.querySelector("img").cloneNode();
      image.removeAttribute("width");
      image.removeAttribute("height");
      dialog.appendChild(image);
      dialog.addEventListener("click", function () { dialog.close(); });
      dialog.addEventListener("close", function () { dialog.remove(); });
      document.body.appendChild(dialog);
      dialog.showModal();
    });
  }

  document.addEventListener("DOMContentLoaded", function () {
    themes();
    copying();
    whereabouts();
    all(".filters").forEach(filters);
    all(".progress").forEach(checklist);
    zooming();
  });
})();
