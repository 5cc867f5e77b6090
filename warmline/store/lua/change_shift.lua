-- Change the times, seats and needs of a shift, if it and its claims are still as they were read.
-- KEYS  7 shift hash   8 shifts zset   9 seats set   10 marks hash
--       then for each volunteer with a claim: claims zset, volunteer hash
-- ARGV  5 shift id   6 JSON: {was: fields as read, fields: those from now on, holders: [{id, version}], anew: whether it is
--       at another time}; a field that is missing or goes is ""
-- Gives "changed" | "moved" when it was changed, taken off or claimed meanwhile, or someone's claims have changed
local shift, asked = KEYS[7], cjson.decode(ARGV[6])
for name, value in pairs(asked.was) do
  if (redis.call("HGET", shift, name) or "") ~= value then return "moved" end
end
if redis.call("SCARD", KEYS[9]) ~= #asked.holders then return "moved" end
for place, who in ipairs(asked.holders) do
  if redis.call("SISMEMBER", KEYS[9], who.id) == 0 then return "moved" end
  if (redis.call("HGET", KEYS[10 + place * 2], "claims_version") or "0") ~= who.version then return "moved" end
end
for name, value in pairs(asked.fields) do
  if value == "" then redis.call("HDEL", shift, name) else redis.call("HSET", shift, name, value) end
end
redis.call("ZADD", KEYS[8], asked.fields.starts, ARGV[5])
for place = 1, #asked.holders do
  redis.call("ZADD", KEYS[9 + place * 2], asked.fields.starts, ARGV[5])
  redis.call("HINCRBY", KEYS[10 + place * 2], "claims_version", 1)
end
for _, mark in ipairs(asked.anew and redis.call("HKEYS", KEYS[10]) or {}) do -- what was asked and said was about another time
  if string.sub(mark, 1, 8) ~= "claimed:" then redis.call("HDEL", KEYS[10], mark) end
end
redis.call("ZADD", due, "LT", now, shift)
return finish("changed")
