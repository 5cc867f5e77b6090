-- Change what a coordinator may change of a volunteer, and keep the roster's lists true to it.
-- KEYS  7 volunteer hash   8 coordinators set   9 experiences hash
-- ARGV  5 volunteer id   6 volunteer fields, JSON object; "" removes one   7 "1" for a coordinator
--       8 the same fields as they were read, JSON object; empty for whatever they are
-- Gives "edited" | "unknown" | "moved" when someone else has changed them meanwhile
local volunteer, coordinators, experiences = KEYS[7], KEYS[8], KEYS[9]
if redis.call("EXISTS", volunteer) == 0 then return "unknown" end
for name, value in pairs(cjson.decode(ARGV[8])) do
  if (redis.call("HGET", volunteer, name) or "") ~= value then return "moved" end
end

local function count(by)
  for word in string.gmatch(redis.call("HGET", volunteer, "experience") or "", "%S+") do
    redis.call("HINCRBY", experiences, word, by)
  end
end

count(-1)
keep_fields(volunteer, ARGV[6])
count(1)
if ARGV[7] == "1" then redis.call("SADD", coordinators, ARGV[5]) else redis.call("SREM", coordinators, ARGV[5]) end
return finish("edited")
