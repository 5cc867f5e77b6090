"""The stage hands' side: phones, faults, the clock, and a look at everything. Loopback only."""
