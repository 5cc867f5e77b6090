-- Nothing to do about a shift before a moment, if it and its seats are still as they were read.
-- KEYS  7 shift hash   8 seats set   9 marks hash
-- ARGV  5 its start, unix ms   6 its end, unix ms   7 JSON: volunteer id with a seat -> when claimed, unix ms, or ""
--       the plan's word "resting" has the moment
-- Gives "resting" | "moved", also when it is on the roster no more
local facts, claimed, others = redis.call("HMGET", KEYS[7], "starts", "ends"), cjson.decode(ARGV[7]), redis.call("SCARD", KEYS[8])
if facts[1] ~= ARGV[5] or facts[2] ~= ARGV[6] then return "moved" end
for who, at in pairs(claimed) do
  if redis.call("SISMEMBER", KEYS[8], who) == 0 then return "moved" end
  if (redis.call("HGET", KEYS[9], "claimed:" .. who) or "") ~= at then return "moved" end
  others = others - 1
end
if others ~= 0 then return "moved" end
carry_out(plan["resting"])
return "resting"
