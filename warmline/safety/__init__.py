"""Reading a text for risk, with reasons; the crisis-line directory. Pure: no I/O."""
