/**
 * Edits from one word to the other (insert, drop, change, swap neighbours), `most` + 1 where it
 * takes more. The same method as `playbook.search.distance`.
 * @param {string} one
 * @param {string} other
 * @param {number} most
 * @returns {number}
 */
S.within = function (one, other, most) {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  if (one === other) return 0;
  var start = 0;
  var end = 0;
  while (start < one.length && start < other.length && one[start] === other[start]) start++;
  while (
    end < Math.min(one.length, other.length) - start &&
    one[one.length - 1 - end] === other[other.length - 1 - end]
  ) end++;
  one = one.slice(start, one.length - end);
  other = other.slice(start, other.length - end);
  if (!one || !other) return one.length + other.length;
  if (most === 1 && Math.max(one.length, other.length) > 2) return 2;
  /** @type {number[]} */
  var earlier = [];
  /** @type {number[]} */
  var before = [];
  /** @type {number[]} */
  var row = [];
  var i, j;
  for (j = 0; j <= other.length; j++) row.push(j);
  for (i = 1; i <= one.length; i++) {
    earlier = before;
    before = row;
    row = [i];
    var best = i;
    for (j = 1; j <= other.length; j++) {
      var cost = Math.min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
        cost = Math.min(cost, earlier[j - 2] + 1);
      }
      row.push(cost);
      best = Math.min(best, cost);
    }
    if (best > most) return most + 1;
  }
  return Math.min(row[other.length], most + 1);
};
