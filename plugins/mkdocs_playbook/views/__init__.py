"""A frozen view for each kind of page: what its template needs and nothing else."""
