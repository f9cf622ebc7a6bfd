"""Search quality and cost: one corpus, one set of queries, every engine in the same run."""
