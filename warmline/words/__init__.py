"""Every sentence a person reads, by language, where a peer can review it. Pure: no I/O."""
