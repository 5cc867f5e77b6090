"""Who serves and when; what a volunteer's text asks; why a claim is refused. Pure: no I/O."""
