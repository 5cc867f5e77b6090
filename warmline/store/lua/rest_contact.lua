-- Nothing to do for a contact before a moment, if it is still as it was read.
-- KEYS, ARGV as in _prelude.lua; the plan's word "resting" has the moment
-- Gives "resting" | "moved"
if redis.call("HEXISTS", contact, "call_stage") == 1 then redis.call("HSET", contact, "looked", now) end -- told to whoever waits
carry_out(plan["resting"])
return "resting"
