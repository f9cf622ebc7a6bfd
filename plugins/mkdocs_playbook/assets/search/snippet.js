/**
 * The stretch of a text with the most different forms and where they stand in it, as
 * `playbook.search.snippet` cuts it. Plain text: whoever shows it sets it as text.
 * @param {any} words @param {string} text @param {Set<string>} forms
 * @returns {{text: string, ranges: number[][]}}
 */
S.snippet = function (words, text, forms) {
  var LENGTH = 140, SLACK = 24;
  /** @type {{text: string, start: number, end: number}[]} */
  var found = words.findForms(text, forms);
  var start = 0;
  var end = text.length;
  if (text.length > LENGTH) {
    var best = 0;
    found.forEach(function (first) {
      var inside = new Set();
      found.forEach(function (t) {
        if (first.start <= t.start && t.end <= first.start + LENGTH) inside.add(t.text);
      });
      if (inside.size > best) {
        best = inside.size;
        start = first.start;
      }
    });
    start = Math.max(0, Math.min(start - SLACK, text.length - LENGTH));
    while (start > 0 && text[start - 1] !== " " && text[start - 1] !== "\n") start--;
    end = Math.min(text.length, start + LENGTH);
    while (end < text.length && text[end] !== " " && text[end] !== "\n") end++;
  }
  var lead = start > 0 ? "… " : "";
  var ranges = found.filter(function (t) { return t.start >= start && t.end <= end; }).map(function (t) {
    return [lead.length + t.start - start, lead.length + t.end - start];
  });
  var cut = text.slice(start, end).split("\n").join(" ");
  return { text: lead + cut + (end < text.length ? " …" : ""), ranges: ranges };
};
