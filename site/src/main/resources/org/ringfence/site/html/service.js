// What a server behind the pages makes possible: results while typing, checks without a new page.
// Each form works without it.
(function () {
  "use strict";

  function later(work, milliseconds) {
    var timer;
    return function () {
      clearTimeout(timer);
      timer = setTimeout(work, milliseconds);
    };
  }

  // Puts what the server answers into the page; an answer that a newer question overtook is dropped
  function asker(box) {
    var last = 0;
    return function (address, options) {
      var mine = ++last;
      box.classList.add("busy");
      return fetch(address, options).then(function (response) {
        return response.text().then(function (text) {
          if (mine !== last) { return; }
          box.classList.remove("busy");
          if ((response.headers.get("Content-Type") || "").indexOf("text/html") === 0) {
            box.innerHTML = text;
          } else {
            say(box, response.status === 429 ? "Too many requests. Wait a moment." : "The server answered " + response.status + ".");
          }
        });
      }).catch(function () {
        if (mine === last) {
          box.classList.remove("busy");
          say(box, "The server does not answer.");
        }
      });
    };
  }
  function say(box, text) {
    var line = document.createElement("p");
    line.className = "problem";
    line.setAttribute("role", "alert");
    line.textContent = text;
    box.replaceChildren(line);
  }

  function root() {
    return document.querySelector("a.brand").getAttribute("href").replace(/index\.html$/, "");
  }

  function suggesting(input) {
    var list = document.getElementById("rf-suggestions");
    var ask = later(function () {
      var typed = input.value.trim();
      if (!typed || typed.length > 60) { list.replaceChildren(); return; }
      fetch(root() + "api/suggest?q=" + encodeURIComponent(typed)).then(function (response) {
        return response.ok ? response.json() : { suggestions: [] };
      }).then(function (said) {
        list.replaceChildren.apply(list, said.suggestions.map(function (name) {
          return new Option(name, name);
        }));
      }).catch(function () { /* typing goes on without */ });
    }, 120);
    input.addEventListener("input", ask);
  }

  function searching(form, box) {
    var input = form.querySelector("[name=q]");
    var ask = asker(box);
    function question() { return new URLSearchParams(new FormData(form)).toString(); }
    var now = later(function () {
      if (!input.value.trim()) { box.replaceChildren(); return; }
      history.replaceState(null, "", "?" + question());
      ask("?part=results&" + question());
    }, 90);
    form.addEventListener("input", now);
    form.addEventListener("submit", function (event) { event.preventDefault(); now(); });
    function links() { return Array.prototype.slice.call(box.querySelectorAll("h2 a")); }
    document.addEventListener("keydown", function (event) {
      var all = links();
      var at = all.indexOf(document.activeElement);
      var inside = at >= 0 || document.activeElement === input;
      if (!inside || event.ctrlKey || event.metaKey || event.altKey) { return; }
      if (event.key === "ArrowDown" && at + 1 < all.length) { all[at + 1].focus(); }
      else if (event.key === "ArrowUp" && at > 0) { all[at - 1].focus(); }
      else if ((event.key === "ArrowUp" && at === 0) || (event.key === "Escape" && at >= 0)) { input.focus(); }
      else { return; }
      event.preventDefault();
    });
  }

  function trying(form, box) {
    var ask = asker(box);
    form.addEventListener("submit", function (event) {
      event.preventDefault();
      ask("?part=results", { method: "POST", body: new URLSearchParams(new FormData(form)) });
    });
    form.addEventListener("keydown", function (event) {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { form.requestSubmit(); }
    });
  }

  // `/` and Ctrl+K lead to the search from everywhere
  function shortcuts(input) {
    document.addEventListener("keydown", function (event) {
      var typing = /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName);
      var slash = event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
      var k = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey);
      if (slash || k) {
        event.preventDefault();
        input.focus();
        input.select();
      }
    });
  }

  document.addEventListener("DOMContentLoaded", function () {
    var input = document.querySelector("[role=search] [name=q]");
    var box = document.getElementById("rf-results");
    var ask = document.querySelector("form.ask");
    var paste = document.querySelector("form.paste");
    if (input) {
      suggesting(input);
      shortcuts(input);
    }
    if (ask) { searching(ask, box); }
    if (paste) { trying(paste, box); }
  });
})();
