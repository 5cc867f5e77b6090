-- Nothing to do for a contact before a moment, if it is still as it was read.
-- KEYS, ARGV as in _prelude.lua; the plan's word "resting" has the moment
-- Gives "resting" | "moved"
carry_out(plan["resting"])
return "resting"
