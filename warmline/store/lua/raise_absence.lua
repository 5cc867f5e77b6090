-- Tell once that a volunteer with seats can no longer be reached.
-- KEYS  7 volunteer hash
-- Gives "raised" | "raised_before" | "reachable" | "unknown"
local volunteer = KEYS[7]
if redis.call("EXISTS", volunteer) == 0 then return finish("unknown") end
if redis.call("HEXISTS", volunteer, "unreachable") == 0 then return finish("reachable") end
if redis.call("HSETNX", volunteer, "absent", now) == 0 then return finish("raised_before") end
return finish("raised")
