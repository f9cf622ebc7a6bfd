/**
 * One shard of a language's words: its keys with their forms, by groups.
 */

/**
 * The words of a shard by their groups. Keys stand in the order of their groups, so that a group
 * is found by halving; to know the route of every word takes longer than all else.
 * @param {string[]} content  words and postings
 * @param {(text: string) => {keys: Spelt[], redirects: Redirect[]}} spelling
 * @param {(text: string, forms: string[], counts: number[]) => (first: number, count: number) => Posting[][]} postings
 * @param {any} lexicon
 */
S.Shard = function (content, spelling, postings, lexicon) {
  var words = spelling(content[0]);
  /** Of all keys, in order. @type {string[]} */
  var forms = [];
  /** @type {number[]} */
  var counts = [];
  var postingsOf = postings(content[1], forms, counts);
  /** @type {Key[]} */
  var keys = words.keys.map(function (entry) {
    var key = new S.Key(entry, forms.length, postingsOf);
    for (var i = 0; i < entry.forms.length; i++) {
      forms.push(entry.forms[i]);
      counts.push(entry.counts[i]);
    }
    return key;
  });
  /** @type {Map<string, Group>} */
  var made = new Map();
  var isWhole = false;
  /** Forms that lead to keys of another group, by their own. @type {Map<string, Redirect[]> | null} */
  var redirects = null;

  /** @param {string} name */
  function redirectsOf(name) {
    if (!redirects) {
      /** @type {Map<string, Redirect[]>} */
      var found = redirects = new Map();
      words.redirects.forEach(function (redirect) {
        var at = lexicon.route(redirect.form);
        found.set(at, (found.get(at) || []).concat([redirect]));
      });
    }
    return redirects.get(name) || [];
  }

  /**
   * The first key from `low` on whose route is not before this one, or is behind it.
   * @param {string} name @param {number} low @param {boolean} behind
   */
  function keyAt(name, low, behind) {
    var high = keys.length;
    while (low < high) {
      var middle = (low + high) >> 1;
      var at = lexicon.route(keys[middle].text);
      if (at < name || (behind && at === name)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** @param {string} name @param {number} first @returns {{group: Group, end: number}} */
  function groupAt(name, first) {
    var end = keyAt(name, first, true);
    var group = made.get(name);
    if (!group) {
      /** @type {Redirect[]} */
      var own = redirectsOf(name).slice();
      keys.slice(first, end).forEach(function (key, i) {
        words.keys[first + i].others.forEach(function (form) { own.push({ form: form, target: key.text }); });
      });
      own.sort(function (a, b) { return S.compare(a.form, b.form) || S.compare(a.target, b.target); });
      made.set(name, (group = { keys: keys.slice(first, end), redirects: own, views: [] }));
    }
    return { group: group, end: end };
  }

  /** @param {string} name @returns {Group} */
  this.group = function (name) {
    return made.get(name) || groupAt(name, keyAt(name, 0, false)).group;
  };

  /** All that hold words, by name. @returns {Map<string, Group>} */
  this.groups = function () {
    if (!isWhole) {
      /** @type {Map<string, Group>} */
      var all = new Map();
      for (var at = 0; at < keys.length;) {
        var name = lexicon.route(keys[at].text);
        var next = groupAt(name, at);
        all.set(name, next.group);
        at = next.end;
      }
      redirectsOf("");
      /** @type {Map<string, Redirect[]>} */ (redirects).forEach(function (_, name) {
        if (!all.has(name)) all.set(name, groupAt(name, keys.length).group);
      });
      made = all;
      isWhole = true;
    }
    return made;
  };
};

/**
 * A key and its forms; `counts` says on how many pages each stands. Their postings are unpacked
 * when they are first asked for.
 * @param {Spelt} spelt
 * @param {number} first  of its forms in the shard
 * @param {(first: number, count: number) => Posting[][]} postingsOf
 */
S.Key = function (spelt, first, postingsOf) {
  this.text = spelt.text;
  this.forms = spelt.forms;
  this.counts = spelt.counts;
  this.first = first;
  this.postingsOf = postingsOf;
  /** @type {Posting[][] | null} */
  this.unpacked = null;
};
Object.defineProperty(S.Key.prototype, "postings", {
  get: function () { return this.unpacked || (this.unpacked = this.postingsOf(this.first, this.forms.length)); },
});
