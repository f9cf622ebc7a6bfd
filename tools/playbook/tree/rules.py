"""The kinds of faults a tree can have, as a list that `check` and the rule pages read."""

from __future__ import annotations

from playbook.tree.faults import Rule

_ASK = "## What do they leave open? {#left-open}\n\n"
_GOOD_LIST = (
    _ASK + "- [My questions](../playbooks/unresponsive.md#strategy)\n"
    "- [Only the invoice](../playbooks/non-paying.md#strategy)\n"
)

RULES: tuple[Rule, ...] = (
    Rule(
        "tree-dangling",
        "error",
        "An answer leads to a question, page or section that does not exist.",
        "The reader picks an answer and lands nowhere.",
        _ASK + "- [Only the invoice](#the-invoce)\n",
        _ASK + "- [Only the invoice](#the-invoice)\n",
    ),
    Rule(
        "tree-unreachable",
        "error",
        "No answer leads to this question.",
        "Nobody will ever be asked it. Questions other than the first need an answer above or "
        "below, or in another tree, that leads to them.",
        "- [Nothing](../playbooks/unresponsive.md#signs)\n\n## Which invoice? {#which-invoice}\n",
        "- [Nothing, not even money](#which-invoice)\n\n## Which invoice? {#which-invoice}\n",
    ),
    Rule(
        "tree-dead-end",
        "error",
        "A question has no answers.",
        "The reader is asked something and cannot go on. Answers are a list of links.",
        "## How long have you waited? {#how-long}\n\nCount the working days.\n",
        "## How long have you waited? {#how-long}\n\nCount the working days.\n\n"
        "- [Less than a week](../playbooks/anxious.md#signs)\n"
        "- [A week or more](../playbooks/unresponsive.md#strategy)\n",
    ),
    Rule(
        "tree-cycle",
        "error",
        "Questions lead to one another in a circle that nobody gets out of.",
        "A reader in it answers for ever. A circle is fine where one of its questions has an "
        "answer that leads out.",
        "## Do they answer? {#answer}\n\n- [No](#call)\n- [Sometimes](#call)\n\n"
        "## Did you call? {#call}\n\n- [Yes](#answer)\n- [No](#answer)\n",
        "## Do they answer? {#answer}\n\n- [No](#call)\n- [Sometimes](#call)\n\n"
        "## Did you call? {#call}\n\n- [Yes](../playbooks/unresponsive.md#strategy)\n"
        "- [No](#answer)\n",
    ),
    Rule(
        "tree-no-section",
        "error",
        "A path ends elsewhere than in a section of a playbook or a guide.",
        "A tree is there to bring the reader to what to do next: name the section, such as "
        "`#strategy`. Other sites, pages of another language and whole playbooks are no such "
        "place. A tree must lead to at least one playbook, and so must each question of triage.",
        _ASK + "- [Only the invoice](../playbooks/non-paying.md)\n",
        _ASK + "- [Only the invoice](../playbooks/non-paying.md#strategy)\n",
    ),
    Rule(
        "tree-archetype-unreached",
        "error",
        "No path from the triage tree reaches this archetype.",
        "Its playbook exists, and readers who answer questions will never see it.",
        _ASK + "- [My questions](../playbooks/unresponsive.md#strategy)\n"
        "- [Everything](../playbooks/unresponsive.md#signs)\n",
        _GOOD_LIST,
    ),
    Rule(
        "tree-shape",
        "error",
        "A tree differs in shape from the same tree in another language.",
        "Ids, order and targets are shared: the address of a step must mean the same in every "
        "language, and the language switch keeps the reader's place.",
        "<!-- in one language -->\n- [Only the invoice](../playbooks/non-paying.md#strategy)\n\n"
        "<!-- in another -->\n- [Vain laskun](../playbooks/unresponsive.md#strategy)\n",
        "<!-- in one language -->\n- [Only the invoice](../playbooks/non-paying.md#strategy)\n\n"
        "<!-- in another -->\n- [Vain laskun](../playbooks/non-paying.md#strategy)\n",
    ),
    Rule(
        "tree-duplicate-id",
        "error",
        "Two questions of a tree have the same id.",
        "An answer that leads to it could mean either.",
        "## What is it about? {#what}\n\n## What do they say? {#what}\n",
        "## What is it about? {#about-what}\n\n## What do they say? {#what-they-say}\n",
    ),
    Rule(
        "tree-question-id",
        "error",
        "A question has no id.",
        "Answers cannot lead to it, and it has no address.",
        "## What do they leave open?\n",
        "## What do they leave open? {#left-open}\n",
    ),
    Rule(
        "tree-answer-link",
        "error",
        "An answer is not exactly one link with words.",
        "An answer without a link leads nowhere; one with two does not say where.",
        _ASK + "- Only the invoice\n",
        _ASK + "- [Only the invoice](../playbooks/non-paying.md#strategy)\n",
    ),
    Rule(
        "tree-heading-level",
        "error",
        "A deeper heading stands inside a question.",
        "Only level-2 headings are questions: what stands under a deeper one would be taken for "
        "answers of the question above.",
        "### What do they leave open? {#left-open}\n",
        "## What do they leave open? {#left-open}\n",
    ),
    Rule(
        "tree-empty",
        "error",
        "A tree has no questions.",
        "There is nothing to answer.",
        "---\ntitle: What do you see?\n---\n\nAnswer a few questions.\n",
        "---\ntitle: What do you see?\n---\n\n" + _GOOD_LIST,
    ),
    Rule(
        "tree-planned",
        "error",
        "An answer leads to an archetype whose playbook is still to be written.",
        "There is no page yet. Lead to the nearest archetype or to a guide until there is one.",
        _ASK + "- [Only what was agreed by phone](../playbooks/forgetful.md#strategy)\n",
        _ASK + "- [Only what was agreed by phone](../guides/records.md#what-to-write-down)\n",
    ),
    Rule(
        "tree-untranslated-section",
        "warning",
        "An answer leads to a section that the reference has and this language has not.",
        "The reader gets the right page, but from its top. Translate the section.",
        _ASK + "- [My questions](../playbooks/unresponsive.md#new-section)\n",
        _GOOD_LIST,
    ),
    Rule(
        "tree-whole-guide",
        "warning",
        "An answer leads to a guide, but to no section of it.",
        "A guide is long: a reader under stress should land on the part that answers them.",
        _ASK + "- [I want to go](../guides/leaving.md)\n",
        _ASK + "- [I want to go](../guides/leaving.md#say-it)\n",
    ),
    Rule(
        "tree-answer-count",
        "warning",
        "A question has fewer than two or more than five answers.",
        "One answer is no question; more than five cannot be compared at a glance. Split it.",
        _ASK + "- [My questions](../playbooks/unresponsive.md#strategy)\n",
        _GOOD_LIST,
    ),
    Rule(
        "tree-no-choice",
        "warning",
        "All answers of a question lead to the same place.",
        "Then the question need not be asked.",
        _ASK + "- [My questions](../playbooks/unresponsive.md#strategy)\n"
        "- [My drafts](../playbooks/unresponsive.md#strategy)\n",
        _GOOD_LIST,
    ),
    Rule(
        "tree-same-words",
        "warning",
        "Two answers of a question have the same words.",
        "The reader cannot tell them apart.",
        _ASK + "- [The invoice](../playbooks/non-paying.md#signs)\n"
        "- [The invoice](../playbooks/blindsided.md#signs)\n",
        _ASK + "- [The invoice, in silence](../playbooks/non-paying.md#signs)\n"
        "- [The invoice, with surprise](../playbooks/blindsided.md#signs)\n",
    ),
    Rule(
        "tree-self",
        "warning",
        "An answer leads back to its own question.",
        "The page seems not to react.",
        _ASK + "- [I am not sure](#left-open)\n",
        _ASK + "- [I am not sure](#where-hours-went)\n",
    ),
    Rule(
        "tree-unsure-last",
        "warning",
        "The answer of those who are not sure is not the last one.",
        "It is the way out for those who have read all the others.",
        _ASK + "- [I am not sure](#where-hours-went)\n"
        "- [Only the invoice](../playbooks/non-paying.md#strategy)\n",
        _ASK + "- [Only the invoice](../playbooks/non-paying.md#strategy)\n"
        "- [I am not sure](#where-hours-went)\n",
    ),
    Rule(
        "tree-question-mark",
        "warning",
        "The heading of a question is not a question.",
        "People answer a question; a title they only read.",
        "## Open items {#left-open}\n",
        "## What do they leave open? {#left-open}\n",
    ),
    Rule(
        "tree-too-deep",
        "warning",
        "It takes more than five answers from the triage tree to an archetype.",
        "Whoever is under stress gives up. Ask the question that parts most people first.",
        "- [None of these](#sixth-question)\n",
        "- [None of these](../guides/what-is-difficult.md#message-and-delivery)\n",
    ),
    Rule(
        "tree-sign-unused",
        "warning",
        "A tree written by hand for a playbook leaves out one of its signs.",
        "A reader who sees just that sign does not find the way. Name it with the id of the sign "
        "at the answer, or link to it from the help.",
        _ASK + "- [My questions](#first-step)\n",
        _ASK + "- [My questions](#first-step) {#questions-unanswered}\n",
    ),
    Rule(
        "tree-wait-differs",
        "warning",
        "A step waits longer or shorter than in the reference language.",
        "The tree of the playbook asks “did it help within …”; the time must be one and the same.",
        '1. **Change the channel.** Call once. {#change-channel cite="editorial" wait="3d"}\n',
        '1. **Change the channel.** Call once. {#change-channel cite="editorial" wait="1wd"}\n',
    ),
    Rule(
        "tree-triage-missing",
        "warning",
        "There are playbooks, but no tree `triage` that leads to them.",
        "It is the way in for everyone who does not know the name of what they see.",
        "content/en/trees/stay-or-leave.md\n",
        "content/en/trees/triage.md\n",
    ),
)
